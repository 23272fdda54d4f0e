package dev.weft.report;

import dev.weft.analysis.BenchmarkCase;
import dev.weft.record.PassMeasures;
import dev.weft.record.PassRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Pass on the time axis of the run.
///
/// @param setting index in the list of cases
/// @param phase `warm` or `cold`
/// @param atS seconds from the start of the run's first pass to the start of this one
/// @param wallMs duration of the timed region
/// @param p50Ms median service time; empty, like `p99Ms`, if nothing was stored
/// @param perS uploads per second
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

    /// Creates the points of passes.
    ///
    /// @param good passes that ended well, in the order of their start
    static List<PassPoint> of(List<PassRow> good, List<BenchmarkCase> cases) {
        return good.stream()
                .map(
                        row ->
                                of(
                                        row,
                                        cases.indexOf(BenchmarkCase.of(row)),
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
