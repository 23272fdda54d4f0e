package dev.weft.record;

import static dev.weft.record.Column.always;

import dev.weft.record.PassRow.Measures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// What a pass measured. Empty, all of them, where its JVM died before it could tell.
final class MeasureColumns {
    private static final String UNTOLD = "the trial died";
    private static final double NANOS_PER_SECOND = 1e9;

    static final List<Column<PassRow>> ALL =
            List.of(
                    measured(
                            "wall_ms",
                            Measures::wall,
                            "The timed region: from the first item asked of the unzip stage (cold:"
                                    + " from the building of the client) to the last"
                                    + " acknowledgement."),
                    measured(
                            "unzip_ms",
                            Measures::unzip,
                            "How long the unzip stage was busy, within `wall_ms`. Items too large for"
                                    + " memory are unzipped during their upload and are not in it."),
                    maybe(
                            "upload_ms",
                            Measures::upload,
                            "From the first request to the last acknowledgement.",
                            "no request was made"),
                    maybe(
                            "process_ms",
                            Measures::process,
                            "From the start of the JVM to the end of its cold pass.",
                            "the pass is not cold"),
                    latency("p50_ms", Latencies::p50Nanos, "Median"),
                    latency("p90_ms", Latencies::p90Nanos, "90th percentile"),
                    latency("p99_ms", Latencies::p99Nanos, "99th percentile"),
                    latency("max_ms", Latencies::maxNanos, "Longest"),
                    maybe(
                            "throughput_per_s",
                            measures -> rate(measures, measures.counts().stored()),
                            "Items per second: `stored` / `wall_ms`.",
                            "`wall_ms` is 0"),
                    maybe(
                            "mib_per_s",
                            measures -> rate(measures, Cell.mebibytes(measures.bytesStored())),
                            "MiB (2^20 bytes) per second: `bytes_stored` / `wall_ms`.",
                            "`wall_ms` is 0"),
                    maybe(
                            "cpu_ms",
                            Measures::cpu,
                            "CPU time that the client's JVM used during `wall_ms`, over all"
                                    + " cores. The clock of the platform moves in steps of 10 ms.",
                            "the platform cannot tell"),
                    maybe(
                            "peak_rss_mib",
                            measures -> mebibytes(measures.peakRssBytes()),
                            "The most memory that the client's JVM held until the end of the"
                                    + " pass, in MiB.",
                            "the platform cannot tell"),
                    measured(
                            "peak_threads",
                            Measures::peakThreads,
                            "The most platform threads that the client's JVM had during the pass."),
                    measured(
                            "retries",
                            Measures::retries,
                            "Attempts beyond the first, over all items."),
                    measured(
                            "stored",
                            measures -> measures.counts().stored(),
                            "Items that the server acknowledged."),
                    measured(
                            "failed",
                            measures -> measures.counts().failed(),
                            "Items that were tried, or could not be unzipped, and were not"
                                    + " stored."),
                    measured(
                            "not_attempted",
                            measures -> measures.counts().notAttempted(),
                            "Items that were never handed out. `stored` + `failed` +"
                                    + " `not_attempted` = `files`."),
                    measured(
                            "bytes_stored",
                            Measures::bytesStored,
                            "The sizes of the stored items together, in bytes."),
                    always(
                            "verified",
                            row -> row.ending().verified(),
                            "`true`: every object was read back from the server and is what the"
                                    + " archive holds."));

    private MeasureColumns() {}

    private static Column<PassRow> measured(
            String name, Function<Measures, ?> value, String meaning) {
        return Column.sometimes(name, row -> row.measures().map(value), meaning, UNTOLD);
    }

    private static Column<PassRow> maybe(
            String name,
            Function<Measures, Optional<? extends Object>> value,
            String meaning,
            String emptyWhen) {
        return Column.sometimes(
                name, row -> row.measures().flatMap(value), meaning, emptyWhen + ", or " + UNTOLD);
    }

    private static Column<PassRow> latency(
            String name, ToLongFunction<Latencies> nanos, String which) {
        return maybe(
                name,
                measures ->
                        measures.latencies().map(all -> Duration.ofNanos(nanos.applyAsLong(all))),
                which + " of the stored items' service times, from request to acknowledgement.",
                "nothing was stored");
    }

    private static Optional<Double> rate(Measures measures, double amount) {
        long nanos = measures.wall().toNanos();
        return nanos > 0 ? Optional.of(amount * NANOS_PER_SECOND / nanos) : Optional.empty();
    }

    private static Optional<Double> mebibytes(OptionalLong bytes) {
        return bytes.isPresent()
                ? Optional.of(Cell.mebibytes(bytes.getAsLong()))
                : Optional.empty();
    }
}
