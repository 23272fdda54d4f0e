package dev.weft.plot;

import dev.weft.stats.Estimate;
import dev.weft.stats.Interval;
import java.util.Collections;
import java.util.List;

/// Mark of one mode at one position: its value, its bar and its passes.
///
/// @param value at the centre of the large mark
/// @param bar 95% confidence interval of the value over JVMs; for a single JVM, the range of its
///   passes
record Mark(double value, Interval bar, int jvms, List<Double> passes) {
    /// Largest number of passes drawn as dots: more of them would overlap.
    private static final int MOST_DOTS = 20;

    Mark {
        passes = List.copyOf(passes);
    }

    /// Creates the mark of an estimate.
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

    /// Returns whether the bar is a confidence interval over JVMs.
    boolean isOverJvms() {
        return jvms > 1;
    }

    /// Returns whether each pass is drawn as a dot.
    boolean hasFewPasses() {
        return passes.size() <= MOST_DOTS;
    }
}
