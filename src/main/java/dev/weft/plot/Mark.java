package dev.weft.plot;

import dev.weft.stats.Estimate;
import dev.weft.stats.Interval;
import java.util.Collections;
import java.util.List;

/// What is shown of one mode at one place of its axis.
///
/// @param value where the large mark stands
/// @param bar from where to where its bar reaches: the 95% interval of the value over JVMs, or,
///   where one JVM says nothing of the noise between JVMs, from the least to the greatest pass
/// @param jvms how many stand behind it
/// @param passes each pass for itself
record Mark(double value, Interval bar, int jvms, List<Double> passes) {
    /// More dots than this one above the other would be a smear.
    private static final int FEW = 20;

    Mark {
        passes = List.copyOf(passes);
    }

    /// The mark of an estimate.
    ///
    /// @param passes at least one, in the unit of the estimate
    static Mark of(Estimate estimate, int jvms, List<Double> passes) {
        Interval bar =
                estimate.interval()
                        .orElseGet(
                                () ->
                                        new Interval(
                                                Collections.min(passes), Collections.max(passes)));
        return new Mark(estimate.value(), bar, jvms, passes);
    }

    /// Whether its bar is an interval over JVMs.
    boolean isOverJvms() {
        return jvms > 1;
    }

    /// Whether each pass can be shown for itself.
    boolean hasFewPasses() {
        return passes.size() <= FEW;
    }
}
