package dev.weft.report;

import dev.weft.analysis.FigureFormat;
import dev.weft.stats.Estimate;
import dev.weft.stats.Interval;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/// Number with its formatted text.
///
/// @param value in the unit that its owner documents
/// @param text with its unit
record Figure(double value, String text) {
    private static final double BYTES_PER_MEBIBYTE = 1 << 20;

    /// Mean over JVMs with its 95% interval.
    ///
    /// @param low lower end; empty, like `high`, for a single JVM or if it is infinite
    /// @param range both ends as text
    record Mean(
            double value,
            String text,
            Optional<Double> low,
            Optional<Double> high,
            Optional<String> range) {
        static Mean of(Estimate estimate, DoubleFunction<String> format) {
            Optional<Interval> interval = estimate.interval();
            return new Mean(
                    estimate.value(),
                    format.apply(estimate.value()),
                    interval.map(Interval::low).filter(Double::isFinite),
                    interval.map(Interval::high).filter(Double::isFinite),
                    interval.map(FigureFormat::range));
        }
    }

    static Figure of(double value, DoubleFunction<String> format) {
        return new Figure(value, format.apply(value));
    }

    static Optional<Figure> of(OptionalDouble value, DoubleFunction<String> format) {
        return value.isPresent() ? Optional.of(of(value.getAsDouble(), format)) : Optional.empty();
    }

    /// Creates a figure in MiB.
    static Optional<Figure> ofBytes(OptionalDouble bytes) {
        return bytes.isPresent()
                ? Optional.of(
                        of(
                                bytes.getAsDouble() / BYTES_PER_MEBIBYTE,
                                mebibytes -> FigureFormat.digits(mebibytes) + " MiB"))
                : Optional.empty();
    }
}
