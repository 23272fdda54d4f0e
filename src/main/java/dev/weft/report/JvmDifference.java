package dev.weft.report;

import dev.weft.analysis.FigureFormat;
import dev.weft.analysis.JvmVariance;
import dev.weft.analysis.ModeSummary;
import dev.weft.stats.VarianceComponents;
import java.util.Optional;

/// Differences between the JVMs of one mode in one case in warm passes: a line of the table.
///
/// @param setting index in the list of cases
/// @param jvms with a warm pass that ended well, at least 2
/// @param passes total of these JVMs
/// @param cpu empty if the platform does not report it
record JvmDifference(
        int setting, String mode, int jvms, int passes, Deviations wall, Optional<Deviations> cpu) {
    /// Standard deviations as shares.
    ///
    /// @param betweenPasses empty if no JVM made 2 passes
    /// @param enough number of passes per JVM for the narrowest interval in a given time; empty if
    ///   unknown
    record Deviations(Figure betweenJvms, Optional<Figure> betweenPasses, Optional<String> enough) {
        private static Deviations of(VarianceComponents components, JvmVariance variance) {
            return new Deviations(
                    Figure.of(components.between(), FigureFormat::deviation),
                    Figure.of(components.within(), FigureFormat::deviation),
                    Figure.of(variance.passes(components), FigureFormat::count).map(Figure::text));
        }
    }

    /// Creates the line; empty for fewer than 2 JVMs.
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
