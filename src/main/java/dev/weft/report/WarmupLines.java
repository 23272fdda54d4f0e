package dev.weft.report;

import dev.weft.analysis.WarmupCurve;
import java.util.List;
import java.util.Optional;

/// How one mode warmed up in one setting.
///
/// @param setting its place in the list of settings
/// @param medians over JVMs, slice by slice: those without the server's latency first
/// @param jvms the slices of each JVM
/// @param steady where JVMs were called steady; empty where none was
/// @param summary of it, in a clause
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
