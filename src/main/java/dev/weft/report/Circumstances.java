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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Describes the machine, the server and the terms of a run.
///
/// @param rows of the run, at least one
/// @param particulars content of run.json; empty if the file is missing
record Circumstances(List<PassRow> rows, Optional<RunDocument> particulars) {
    private static final double GIBIBYTE = 1 << 30;
    private static final double NANOS_PER_MILLI = 1e6;

    /// Returns the machine in one line.
    String machine() {
        return particulars
                .map(RunDocument::environment)
                .map(Circumstances::machine)
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
        String latency =
                row.setting()
                        .latency()
                        .map(
                                least ->
                                        ", at least %s ms for each upload"
                                                .formatted(FigureFormat.millis(least)))
                        .orElse("");
        return "weft's embedded S3 server on the same machine"
                + latency
                + (row.setting().faults().isPresent() ? ", with a fault plan" : "");
    }

    /// Returns the terms that were equal for every mode.
    List<Fact> fairness() {
        return List.of(
                new Fact(
                        "connections and open files at most",
                        distinctTerms(terms -> Integer.toString(terms.poolSize()))),
                new Fact(
                        "timeout to connect",
                        distinctTerms(terms -> FigureFormat.seconds(terms.connectTimeout()))),
                new Fact(
                        "timeout for a connection of the pool",
                        distinctTerms(terms -> FigureFormat.seconds(terms.acquireTimeout()))),
                new Fact(
                        "timeout of an attempt",
                        distinctTerms(terms -> FigureFormat.seconds(terms.attemptTimeout()))),
                new Fact(
                        "timeout of a call with its retries",
                        distinctTerms(terms -> FigureFormat.seconds(terms.callTimeout()))),
                new Fact(
                        "attempts at most",
                        distinctTerms(terms -> Integer.toString(terms.maxAttempts()))),
                new Fact("retries", FairnessContract.RETRY_MODE),
                new Fact("payload", FairnessContract.PAYLOAD_SIGNING),
                new Fact(
                        "checksum",
                        distinctTerms(terms -> terms.checksum().label())
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

    /// Returns the hardware and software of the run.
    List<Fact> environment() {
        List<Fact> facts = new ArrayList<>();
        particulars.map(RunDocument::environment).ifPresent(machine -> describe(machine, facts));
        facts.add(new Fact("weft", distinct(row -> row.software().weft()) + commit()));
        facts.add(new Fact("Java", distinct(row -> row.software().jdk())));
        facts.add(new Fact("AWS SDK", distinct(row -> row.software().sdk())));
        rows.getFirst()
                .software()
                .javaOptions()
                .ifPresent(options -> facts.add(new Fact("options of the client's JVM", options)));
        particulars.map(RunDocument::target).ifPresent(target -> describe(target, facts));
        particulars
                .flatMap(RunDocument::calibration)
                .ifPresent(calibration -> describe(calibration, facts));
        return facts;
    }

    /// Returns the command line for a shell; empty if it is unknown.
    Optional<String> command() {
        return particulars.map(
                document ->
                        "scripts/weft "
                                + document.commandLine().stream()
                                        .map(ShellWord::of)
                                        .collect(Collectors.joining(" ")));
    }

    private String commit() {
        return particulars
                .map(document -> document.environment().weft())
                .map(
                        build ->
                                " (commit %s%s)"
                                        .formatted(
                                                build.commit(),
                                                build.modified().orElse(false)
                                                        ? ", with changes"
                                                        : ""))
                .orElse("");
    }

    private static void describe(Environment machine, List<Fact> facts) {
        machine.processor().model().ifPresent(model -> facts.add(new Fact("processor", model)));
        facts.add(
                new Fact(
                        "cores",
                        "%d usable of %d"
                                .formatted(
                                        machine.processor().usableProcessors(),
                                        machine.processor().logicalCores())));
        memory(machine).ifPresent(text -> facts.add(new Fact("memory", text)));
        facts.add(
                new Fact(
                        "system",
                        "%s %s%s, %s"
                                .formatted(
                                        machine.system().name(),
                                        machine.system().version(),
                                        machine.system()
                                                .kernel()
                                                .map(kernel -> ", kernel " + kernel)
                                                .orElse(""),
                                        machine.system().architecture())));
        machine.libraries().netty().ifPresent(netty -> facts.add(new Fact("Netty", netty)));
        machine.libraries()
                .httpClient()
                .ifPresent(client -> facts.add(new Fact("Apache HttpClient", client)));
        machine.power()
                .governor()
                .ifPresent(governor -> facts.add(new Fact("governor of the cores", governor)));
        if (machine.activity().loadAverage().isPresent()) {
            facts.add(
                    new Fact(
                            "load before the run",
                            FigureFormat.digits(machine.activity().loadAverage().getAsDouble())));
        }
    }

    private static void describe(RunTarget target, List<Fact> facts) {
        facts.add(
                new Fact(
                        "server",
                        "%s, bucket %s, region %s"
                                .formatted(target.label(), target.bucket(), target.region())));
        target.faults().ifPresent(faults -> facts.add(new Fact("fault plan", faults)));
    }

    private static void describe(RunCalibration calibration, List<Fact> facts) {
        calibration.archives().stream()
                .filter(archive -> !archive.serviceNs().isEmpty())
                .map(
                        archive ->
                                new Fact(
                                        "calibrated with " + archive.archive(),
                                        "%d single uploads, median %s"
                                                .formatted(
                                                        archive.serviceNs().size(),
                                                        median(archive.serviceNs()))))
                .forEach(facts::add);
    }

    private static String median(List<Long> nanos) {
        return FigureFormat.millis(
                Quantiles.median(nanos.stream().mapToDouble(Long::doubleValue).toArray())
                        / NANOS_PER_MILLI);
    }

    private static Optional<String> memory(Environment machine) {
        return machine.memoryBytes().isPresent()
                ? Optional.of(
                        FigureFormat.digits(machine.memoryBytes().getAsLong() / GIBIBYTE) + " GiB")
                : Optional.empty();
    }

    private String distinctTerms(Function<FairnessContract, String> value) {
        return distinct(row -> value.apply(row.contract().terms()));
    }

    /// Joins the distinct values of the rows.
    private String distinct(Function<PassRow, String> value) {
        return rows.stream().map(value).distinct().collect(Collectors.joining(", "));
    }
}
