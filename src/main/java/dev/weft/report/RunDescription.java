package dev.weft.report;

import dev.weft.analysis.FigureFormat;
import dev.weft.machine.Environment;
import dev.weft.plan.FairnessContract;
import dev.weft.record.PassRow;
import dev.weft.runjson.RunCalibration;
import dev.weft.runjson.RunDocument;
import dev.weft.runjson.RunTarget;
import dev.weft.runjson.ShellWord;
import dev.weft.stats.Quantiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Describes the machine, the server and the terms of a run.
///
/// @param rows of the run, at least one
/// @param document content of run.json; empty if the file is missing
record RunDescription(List<PassRow> rows, Optional<RunDocument> document) {
    private static final double GIBIBYTE = 1 << 30;
    private static final double NANOS_PER_MILLI = 1e6;

    /// Named fact about the run, such as the number of cores.
    record Fact(String name, String value) {}

    /// Returns the machine in one line.
    String machine() {
        return document.map(RunDocument::environment)
                .map(RunDescription::machine)
                .orElse("A machine that is not known, as there is no run.json");
    }

    private static String machine(Environment machine) {
        return "%d cores of %s%s, %s"
                .formatted(
                        machine.processor().usableProcessors(),
                        machine.processor().model().orElse(machine.system().architecture()),
                        memory(machine).map(text -> ", " + text).orElse(""),
                        machine.system().name());
    }

    /// Returns the server in one line.
    String server() {
        PassRow row = rows.getFirst();
        if (!row.contract().target().equals("embedded")) {
            return row.contract().target();
        }
        Optional<String> latency = row.setting().latency().map(FigureFormat::millis);
        return "weft's embedded S3 server on the same machine"
                + latency.map(", at least %s ms for each upload"::formatted).orElse("")
                + (row.setting().faults().isPresent() ? ", with a fault plan" : "");
    }

    /// Returns the terms that were equal for every mode.
    List<Fact> fairness() {
        return List.of(
                term("connections and open files at most", FairnessContract::poolSize),
                timeout("timeout to connect", FairnessContract::connectTimeout),
                timeout("timeout for a connection of the pool", FairnessContract::acquireTimeout),
                timeout("timeout of an attempt", FairnessContract::attemptTimeout),
                timeout("timeout of a call with its retries", FairnessContract::callTimeout),
                term("attempts at most", FairnessContract::maxAttempts),
                new Fact("retries", FairnessContract.RETRY_MODE),
                new Fact("payload", FairnessContract.PAYLOAD_SIGNING),
                new Fact(
                        "checksum",
                        distinct(row -> row.contract().terms().checksum().label())
                                + ", from the zip, sent as a header"),
                new Fact("Expect header", FairnessContract.EXPECT),
                new Fact(
                        "read back after each pass",
                        distinct(row -> row.ending().verify().label())),
                new Fact("hash of all this", distinct(row -> row.contract().fairness())),
                new Fact(
                        "what differs by nature",
                        "async runs on Netty, the other modes on Apache HttpClient 5"));
    }

    private Fact term(String name, Function<FairnessContract, ?> value) {
        return new Fact(name, distinct(row -> value.apply(row.contract().terms())));
    }

    private Fact timeout(String name, Function<FairnessContract, Duration> value) {
        return term(name, terms -> FigureFormat.seconds(value.apply(terms)));
    }

    /// Returns the hardware and software of the run.
    List<Fact> environment() {
        List<Fact> facts = new ArrayList<>();
        document.map(RunDocument::environment).ifPresent(machine -> addMachine(machine, facts));
        facts.add(new Fact("weft", distinct(row -> row.software().weft()) + commit()));
        facts.add(new Fact("Java", distinct(row -> row.software().jdk())));
        facts.add(new Fact("AWS SDK", distinct(row -> row.software().sdk())));
        add("options of the client's JVM", rows.getFirst().software().javaOptions(), facts);
        document.map(RunDocument::target).ifPresent(target -> addTarget(target, facts));
        document.flatMap(RunDocument::calibration)
                .ifPresent(calibration -> addCalibration(calibration, facts));
        return facts;
    }

    /// Returns the command line for a shell; empty if it is unknown.
    Optional<String> command() {
        return document.map(RunDocument::commandLine)
                .map(words -> words.stream().map(ShellWord::of).collect(Collectors.joining(" ")))
                .map("scripts/weft "::concat);
    }

    private String commit() {
        return document.map(run -> run.environment().weft())
                .map(
                        build ->
                                build.commit()
                                        + (build.modified().orElse(false) ? ", with changes" : ""))
                .map(" (commit %s)"::formatted)
                .orElse("");
    }

    private static void addMachine(Environment machine, List<Fact> facts) {
        add("processor", machine.processor().model(), facts);
        String cores =
                "%d usable of %d"
                        .formatted(
                                machine.processor().usableProcessors(),
                                machine.processor().logicalCores());
        facts.add(new Fact("cores", cores));
        add("memory", memory(machine), facts);
        String system =
                "%s %s%s, %s"
                        .formatted(
                                machine.system().name(),
                                machine.system().version(),
                                machine.system().kernel().map(", kernel "::concat).orElse(""),
                                machine.system().architecture());
        facts.add(new Fact("system", system));
        add("Netty", machine.libraries().netty(), facts);
        add("Apache HttpClient", machine.libraries().httpClient(), facts);
        add("governor of the cores", machine.power().governor(), facts);
        OptionalDouble load = machine.activity().loadAverage();
        if (load.isPresent()) {
            facts.add(new Fact("load before the run", FigureFormat.digits(load.getAsDouble())));
        }
    }

    private static void addTarget(RunTarget target, List<Fact> facts) {
        String server =
                "%s, bucket %s, region %s"
                        .formatted(target.label(), target.bucket(), target.region());
        facts.add(new Fact("server", server));
        add("fault plan", target.faults(), facts);
    }

    private static void addCalibration(RunCalibration calibration, List<Fact> facts) {
        calibration.archives().stream()
                .filter(archive -> !archive.serviceNs().isEmpty())
                .map(archive -> calibrationFact(archive.archive(), archive.serviceNs()))
                .forEach(facts::add);
    }

    private static Fact calibrationFact(String archive, List<Long> nanos) {
        double[] values = nanos.stream().mapToDouble(Long::doubleValue).toArray();
        String median = FigureFormat.millis(Quantiles.median(values) / NANOS_PER_MILLI);
        return new Fact(
                "calibrated with " + archive,
                "%d single uploads, median %s".formatted(nanos.size(), median));
    }

    private static void add(String name, Optional<String> value, List<Fact> facts) {
        value.ifPresent(known -> facts.add(new Fact(name, known)));
    }

    private static Optional<String> memory(Environment machine) {
        return machine.memoryBytes().stream()
                .mapToObj(bytes -> FigureFormat.digits(bytes / GIBIBYTE) + " GiB")
                .findFirst();
    }

    /// Joins the distinct values of the rows.
    private String distinct(Function<PassRow, ?> value) {
        return rows.stream()
                .map(value)
                .map(Object::toString)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
