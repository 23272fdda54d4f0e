package dev.weft.record;

import static dev.weft.record.MeasuredColumns.maybe;
import static dev.weft.record.MeasuredColumns.measured;

import dev.weft.csv.Column;
import dev.weft.csv.CsvCell;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// Columns for the times and rates of a pass and its uploads.
final class MeasureColumns {
    private static final double NANOS_PER_SECOND = 1e9;

    static final List<Column<PassRow>> ALL =
            List.of(
                    measured(
                            "wall_ms",
                            PassMeasures::wall,
                            "The timed region: from the first item asked of the unzip stage (cold:"
                                    + " from the building of the client) to the last"
                                    + " acknowledgement."),
                    measured(
                            "unzip_ms",
                            PassMeasures::unzip,
                            "How long the unzip stage was busy, within `wall_ms`. Items too large for"
                                    + " memory are unzipped during their upload and are not in it."),
                    maybe(
                            "upload_ms",
                            PassMeasures::upload,
                            "From the first request to the last acknowledgement.",
                            "no request was made"),
                    maybe(
                            "process_ms",
                            PassMeasures::process,
                            "From the start of the JVM to the end of its cold pass.",
                            "the pass is not cold"),
                    latency("p50_ms", LatencyPercentiles::p50Nanos, "Median"),
                    latency("p90_ms", LatencyPercentiles::p90Nanos, "90th percentile"),
                    latency("p99_ms", LatencyPercentiles::p99Nanos, "99th percentile"),
                    latency("max_ms", LatencyPercentiles::maxNanos, "Longest"),
                    maybe(
                            "throughput_per_s",
                            measures -> rate(measures, measures.counts().stored()),
                            "Items per second: `stored` / `wall_ms`.",
                            "`wall_ms` is 0"),
                    maybe(
                            "mib_per_s",
                            measures -> rate(measures, CsvCell.mebibytes(measures.bytesStored())),
                            "MiB (2^20 bytes) per second: `bytes_stored` / `wall_ms`.",
                            "`wall_ms` is 0"));

    private MeasureColumns() {}

    private static Column<PassRow> latency(
            String name, ToLongFunction<LatencyPercentiles> nanos, String statistic) {
        return maybe(
                name,
                measures ->
                        measures.latencies().map(all -> Duration.ofNanos(nanos.applyAsLong(all))),
                statistic + " of the stored items' service times, from request to acknowledgement.",
                "nothing was stored");
    }

    private static Optional<Double> rate(PassMeasures measures, double amount) {
        long nanos = CsvCell.written(measures.wall()).toNanos();
        return nanos > 0 ? Optional.of(amount * NANOS_PER_SECOND / nanos) : Optional.empty();
    }
}
