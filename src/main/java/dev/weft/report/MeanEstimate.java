package dev.weft.report;

import dev.weft.analysis.FigureFormat;
import dev.weft.stats.Estimate;
import dev.weft.stats.Interval;
import java.util.Optional;
import java.util.function.DoubleFunction;

/// A mean over JVMs and its 95% interval.
///
/// @param low the lower end; empty where one JVM alone was measured
/// @param high the upper end; empty also where it is beyond all bounds
/// @param range both ends as they are written
record MeanEstimate(
        double value,
        String text,
        Optional<Double> low,
        Optional<Double> high,
        Optional<String> range) {
    static MeanEstimate of(Estimate estimate, DoubleFunction<String> format) {
        Optional<Interval> interval = estimate.interval();
        return new MeanEstimate(
                estimate.value(),
                format.apply(estimate.value()),
                interval.map(Interval::low).filter(Double::isFinite),
                interval.map(Interval::high).filter(Double::isFinite),
                interval.map(FigureFormat::range));
    }
}
