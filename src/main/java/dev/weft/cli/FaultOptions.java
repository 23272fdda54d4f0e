package dev.weft.cli;

import dev.weft.plan.ByteSize;
import dev.weft.plan.Fault;
import dev.weft.plan.FaultPlan;
import dev.weft.plan.Latency;
import dev.weft.plan.Target;
import dev.weft.session.UsageException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// Options of the embedded server: latency, bandwidth and faults.
final class FaultOptions {
    private static final String LATENCY = "--latency";
    private static final String BANDWIDTH = "--bandwidth";
    private static final String FAULT = "--fault";
    private static final String FAULT_SEED = "--fault-seed";

    /// Name of a file with quantiles. A list of quantiles has equals signs.
    private static final Pattern QUANTILES_FILE =
            Pattern.compile("\\s*quantiles\\s*\\(([^=]+)\\)\\s*");

    @Option(
            names = LATENCY,
            paramLabel = "TIME",
            completionCandidates = OptionValues.Latencies.class,
            description =
                    "the least time that the embedded server takes for an upload, such as 30ms (the default), s3-standard or s3-express as published for Amazon S3, lognormal(p50=20ms,p99=120ms) or quantiles(FILE) with lines such as 0.99,120ms")
    private Optional<String> latency = Optional.empty();

    @Option(
            names = BANDWIDTH,
            paramLabel = "SIZE",
            description = "bytes a second that the embedded server takes in, such as 50MiB")
    private Optional<String> bandwidth = Optional.empty();

    @Option(
            names = FAULT,
            paramLabel = "FAULT",
            description =
                    "what goes wrong at the embedded server, such as error(share=1%%) or slowdown(rate=3500); may be given several times; docs/faults.md has the list")
    private List<String> faults = List.of();

    @Option(
            names = FAULT_SEED,
            paramLabel = "NUMBER",
            description = "of which items meet a fault, and of their latencies (default: 1)")
    private Optional<Long> seed = Optional.empty();

    /// Rejects these options if the uploads go to another server.
    ///
    /// @param configured server of the user; empty for the embedded server
    void requireEmbeddedServer(Optional<Target> configured) throws UsageException {
        Optional<String> given = given();
        if (configured.isPresent() && given.isPresent()) {
            throw new UsageException(
                    "%s is for the embedded server, but %s is configured; leave one of them out"
                            .formatted(
                                    given.get(),
                                    configured
                                            .get()
                                            .endpoint()
                                            .map(url -> "the endpoint " + url)
                                            .orElse("the bucket " + configured.get().bucket())));
        }
    }

    /// Returns the name of a given option; empty if there is none.
    private Optional<String> given() {
        return Stream.of(
                        latency.map(_ -> LATENCY),
                        bandwidth.map(_ -> BANDWIDTH),
                        faults.stream().findFirst().map(_ -> FAULT),
                        seed.map(_ -> FAULT_SEED))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// Returns the fault plan of the options.
    ///
    /// @param folder base of relative paths
    FaultPlan plan(Path folder) throws UsageException {
        Latency spread = latency(latency.orElse("30ms"), folder);
        Optional<ByteSize> limit =
                bandwidth.isPresent()
                        ? Optional.of(read(BANDWIDTH, bandwidth.get(), ByteSize::parse))
                        : Optional.empty();
        List<Fault> list = new ArrayList<>();
        for (String fault : faults) {
            list.add(fault(fault));
        }
        try {
            return new FaultPlan(spread, limit, list, seed.orElse(FaultPlan.SEED));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static Fault fault(String text) throws UsageException {
        try {
            return read(FAULT, text, Fault::parse);
        } catch (UsageException e) {
            String name = text.strip().replaceFirst("\\s*\\(.*", "");
            throw new UsageException(
                    e.getMessage()
                            + (Fault.names().contains(name)
                                    ? ""
                                    : SpellingSuggestions.question(name, Fault.names())));
        }
    }

    private static Latency latency(String text, Path folder) throws UsageException {
        Matcher file = QUANTILES_FILE.matcher(text);
        if (!file.matches()) {
            return read(LATENCY, text, Latency::parse);
        }
        Path path = folder.resolve(file.group(1).strip());
        try {
            List<String> lines = Files.readAllLines(path);
            return read(LATENCY, path.toString(), _ -> Latency.Quantiles.ofLines(lines));
        } catch (CharacterCodingException e) {
            throw new UsageException(
                    "--latency names %s, which is no text; write lines such as 0.99,120ms"
                            .formatted(path));
        } catch (IOException e) {
            throw new UsageException(
                    "--latency names %s, which cannot be read (%s); name a file with lines such as 0.99,120ms"
                            .formatted(path, e.getClass().getSimpleName()));
        }
    }

    private static <T> T read(String option, String text, Function<String, T> reader)
            throws UsageException {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("%s is '%s': %s".formatted(option, text, e.getMessage()));
        }
    }
}
