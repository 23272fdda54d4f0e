package dev.weft.report;

import dev.weft.analysis.FigureFormat;
import dev.weft.analysis.JvmVariance;
import dev.weft.analysis.ModeSummary;
import dev.weft.stats.VarianceComponents;
import java.util.Optional;

/// How much the JVMs of one mode in one setting differ when warm: a line of the table.
///
/// @param setting its place in the list of settings
/// @param jvms with a warm pass that ended well, at least 2
/// @param passes of these, in all
/// @param cpu empty where the platform cannot tell
record JvmDifference(
        int setting, String mode, int jvms, int passes, Deviations wall, Optional<Deviations> cpu) {
    /// Standard deviations as shares.
    ///
    /// @param betweenPasses empty where no JVM made 2 passes
    /// @param enough how many passes of a JVM pay; empty where that is unknown
    record Deviations(Figure betweenJvms, Optional<Figure> betweenPasses, Optional<String> enough) {
        private static Deviations of(VarianceComponents components, JvmVariance variance) {
            return new Deviations(
                    Figure.of(components.between(), FigureFormat::deviation),
                    Figure.of(components.within(), FigureFormat::deviation),
                    Figure.of(variance.passes(components), FigureFormat::count).map(Figure::text));
        }
    }

    /// Empty for fewer than 2 JVMs.
    static Optional<JvmDifference> of(int setting, ModeSummary summary) {
        JvmVariance variance = JvmVariance.of(summary);
        return variance.wall()
                .map(
                        wall ->
                                new JvmDifference(
                                        setting,
                                        summary.mode().label(),
                                        wall.sequences(),
                                        wall.times(),
                                        Deviations.of(wall, variance),
                                        variance.cpu().map(cpu -> Deviations.of(cpu, variance))));
    }
}
