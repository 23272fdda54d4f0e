package dev.weft.export;

import dev.weft.stats.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.OptionalDouble;

/// Rounds figures for documents to six significant digits, which is more than their precision.
final class RoundedNumbers {
    private static final MathContext SIX_DIGITS = new MathContext(6);
    private static final double MILLIS_PER_SECOND = 1000;

    private RoundedNumbers() {}

    static double of(double value) {
        return new BigDecimal(value).round(SIX_DIGITS).doubleValue();
    }

    static OptionalDouble of(OptionalDouble value) {
        return value.isPresent() ? OptionalDouble.of(of(value.getAsDouble())) : value;
    }

    static double millis(double seconds) {
        return of(seconds * MILLIS_PER_SECOND);
    }

    /// Returns the lower end of an interval; empty if it is infinite.
    static OptionalDouble low(Optional<Interval> interval) {
        return finite(interval.map(Interval::low));
    }

    static OptionalDouble high(Optional<Interval> interval) {
        return finite(interval.map(Interval::high));
    }

    /// Returns a rounded figure; empty if it is infinite.
    static OptionalDouble finite(Optional<Double> figure) {
        return figure.filter(Double::isFinite)
                .map(value -> OptionalDouble.of(of(value)))
                .orElse(OptionalDouble.empty());
    }

    static Optional<Interval> millis(Optional<Interval> seconds) {
        return seconds.map(
                range ->
                        new Interval(
                                range.low() * MILLIS_PER_SECOND, range.high() * MILLIS_PER_SECOND));
    }
}
