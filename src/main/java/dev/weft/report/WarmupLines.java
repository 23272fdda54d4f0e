package dev.weft.report;

import dev.weft.analysis.WarmupCurve;
import java.util.List;
import java.util.Optional;

/// Warm-up of one mode in one case.
///
/// @param setting index in the list of cases
/// @param medians over JVMs for each slice: slices without the server's latency come first
/// @param jvms slices of each JVM
/// @param steady point at which weft judged JVMs steady; empty if none was
/// @param summary in a clause
record WarmupLines(
        int setting,
        String mode,
        List<WarmupCurve.Point> medians,
        List<List<WarmupCurve.Point>> jvms,
        Optional<WarmupCurve.Steady> steady,
        String summary) {
    static WarmupLines of(int setting, WarmupCurve curve) {
        return new WarmupLines(
                setting,
                curve.mode().label(),
                curve.medians(),
                curve.points(),
                curve.steady(),
                curve.summary());
    }
}
