package dev.weft.record;

import static dev.weft.csv.CellType.COUNT;
import static dev.weft.csv.CellType.MEBIBYTES;
import static dev.weft.csv.CellType.MILLIS;
import static dev.weft.csv.CellType.WHOLE;

import dev.weft.csv.CellType;
import dev.weft.csv.RowCells;
import dev.weft.record.PassMeasures.LatencyPercentiles;
import dev.weft.record.ResourceUsage.Collections;
import dev.weft.record.ResourceUsage.Switches;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// Columns of the results for the measurements of a pass.
final class MeasuresColumns {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final CellType<List<FailureCounts.Failures>> FAILURES =
            CellType.of(FailureCounts::text, FailureCounts::parse);

    private MeasuresColumns() {}

    static PassMeasures measures(RowCells<PassMeasures> row) {
        row.computed("throughput_per_s", pass -> rate(pass, pass.counts().stored()));
        row.computed("mib_per_s", pass -> rate(pass, CellType.mebibytes(pass.bytesStored())));
        return new PassMeasures(
                row.value("wall_ms", MILLIS, PassMeasures::wall),
                row.value("unzip_ms", MILLIS, PassMeasures::unzip),
                row.optional("upload_ms", MILLIS, PassMeasures::upload),
                row.optional("process_ms", MILLIS, PassMeasures::process),
                row.optionalPart("p50_ms", PassMeasures::latencies, MeasuresColumns::latencies),
                row.value("bytes_stored", WHOLE, PassMeasures::bytesStored),
                row.value("retries", COUNT, PassMeasures::retries),
                failureCounts(row.part(PassMeasures::failureCounts)),
                row.optional("connection_wait_ms", MILLIS, PassMeasures::connectionWait),
                row.optionalCount("peak_virtual_threads", PassMeasures::peakVirtualThreads),
                usage(row.part(PassMeasures::usage)),
                counts(row.part(PassMeasures::counts)));
    }

    private static LatencyPercentiles latencies(RowCells<LatencyPercentiles> latencies) {
        return new LatencyPercentiles(
                nanos(latencies, "p50_ms", LatencyPercentiles::p50Nanos),
                nanos(latencies, "p90_ms", LatencyPercentiles::p90Nanos),
                nanos(latencies, "p99_ms", LatencyPercentiles::p99Nanos),
                nanos(latencies, "max_ms", LatencyPercentiles::maxNanos));
    }

    private static long nanos(
            RowCells<LatencyPercentiles> latencies,
            String column,
            ToLongFunction<LatencyPercentiles> nanos) {
        return latencies
                .value(column, MILLIS, row -> Duration.ofNanos(nanos.applyAsLong(row)))
                .toNanos();
    }

    private static FailureCounts failureCounts(RowCells<FailureCounts> counts) {
        return new FailureCounts(
                counts.optionalCount("throttled", FailureCounts::throttled),
                counts.optional(
                                "failures",
                                FAILURES,
                                row -> Optional.of(row.failures()).filter(all -> !all.isEmpty()))
                        .orElse(List.of()));
    }

    private static ResourceUsage usage(RowCells<ResourceUsage> usage) {
        return new ResourceUsage(
                usage.optional("cpu_ms", MILLIS, ResourceUsage::cpu),
                usage.optionalPart(
                        "voluntary_switches", ResourceUsage::switches, MeasuresColumns::switches),
                usage.optionalLong("peak_rss_mib", MEBIBYTES, ResourceUsage::peakRssBytes),
                usage.value("peak_threads", COUNT, ResourceUsage::peakThreads),
                usage.optionalPart(
                        "gc_count", ResourceUsage::collections, MeasuresColumns::collections),
                usage.optional("jit_ms", MILLIS, ResourceUsage::compilation),
                usage.optionalLong(
                        "heap_committed_mib", MEBIBYTES, ResourceUsage::heapCommittedBytes));
    }

    private static Switches switches(RowCells<Switches> switches) {
        return new Switches(
                switches.value("voluntary_switches", WHOLE, Switches::voluntary),
                switches.value("involuntary_switches", WHOLE, Switches::involuntary));
    }

    private static Collections collections(RowCells<Collections> collections) {
        return new Collections(
                collections.value("gc_count", WHOLE, Collections::count),
                collections.value("gc_pause_ms", MILLIS, Collections::pause),
                collections.optionalLong(
                        "heap_after_gc_mib", MEBIBYTES, Collections::heapAfterBytes));
    }

    private static ItemCounts counts(RowCells<ItemCounts> counts) {
        return new ItemCounts(
                counts.value("stored", COUNT, ItemCounts::stored),
                counts.value("failed", COUNT, ItemCounts::failed),
                counts.value("not_attempted", COUNT, ItemCounts::notAttempted));
    }

    private static Optional<Double> rate(PassMeasures measures, double amount) {
        long nanos = CellType.rounded(measures.wall()).toNanos();
        return nanos > 0 ? Optional.of(amount * NANOS_PER_SECOND / nanos) : Optional.empty();
    }
}
