package dev.weft.report;

import dev.weft.analysis.BenchmarkCase;
import dev.weft.record.PassMeasures;
import dev.weft.record.PassRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A pass on the time axis of the run.
///
/// @param setting its place in the list of settings
/// @param phase `warm` or `cold`
/// @param atS seconds from the run's first pass to the beginning of this one
/// @param wallMs the timed region
/// @param p50Ms median service time; empty where nothing was stored, as p99
/// @param perS uploads a second
record PassPoint(
        int setting,
        String mode,
        String phase,
        int block,
        String trial,
        int pass,
        double atS,
        double wallMs,
        Optional<Double> p50Ms,
        Optional<Double> p99Ms,
        double perS) {
    private static final double NANOS_PER_MILLI = 1e6;

    /// Those that ended well.
    ///
    /// @param good in the order in which they were made
    static List<PassPoint> of(List<PassRow> good, List<BenchmarkCase> settings) {
        return good.stream()
                .map(
                        row ->
                                of(
                                        row,
                                        settings.indexOf(BenchmarkCase.of(row)),
                                        good.getFirst().place().startedAt()))
                .toList();
    }

    private static PassPoint of(PassRow row, int setting, Instant first) {
        PassMeasures measures = row.measures().orElseThrow();
        double wallMs = measures.wall().toNanos() / NANOS_PER_MILLI;
        return new PassPoint(
                setting,
                row.setting().mode().label(),
                row.setting().phase().label(),
                row.place().block(),
                row.place().trialId(),
                row.place().pass(),
                Duration.between(first, row.place().startedAt()).toMillis() / 1e3,
                wallMs,
                measures.latencies().map(all -> all.p50Nanos() / NANOS_PER_MILLI),
                measures.latencies().map(all -> all.p99Nanos() / NANOS_PER_MILLI),
                measures.counts().stored() * 1e3 / wallMs);
    }
}
