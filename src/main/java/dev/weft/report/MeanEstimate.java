package dev.weft.report;

import dev.weft.analysis.FigureFormat;
import dev.weft.stats.Estimate;
import dev.weft.stats.Interval;
import java.util.Optional;
import java.util.function.DoubleFunction;

/// Mean over JVMs with its 95% interval.
///
/// @param low lower end; empty, like `high`, for a single JVM or if it is infinite
/// @param range both ends as text
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
