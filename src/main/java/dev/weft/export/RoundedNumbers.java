package dev.weft.export;

import dev.weft.stats.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.OptionalDouble;

/// How figures are written for a program: six digits that count, which is more than any of them can
/// carry.
final class RoundedNumbers {
    private static final MathContext SIX = new MathContext(6);
    private static final double MILLIS_PER_SECOND = 1000;

    private RoundedNumbers() {}

    static double of(double value) {
        return new BigDecimal(value).round(SIX).doubleValue();
    }

    static OptionalDouble of(OptionalDouble value) {
        return value.isPresent() ? OptionalDouble.of(of(value.getAsDouble())) : value;
    }

    static double millis(double seconds) {
        return of(seconds * MILLIS_PER_SECOND);
    }

    /// An end of an interval; an infinite one is none.
    static OptionalDouble low(Optional<Interval> interval) {
        return finite(interval.map(Interval::low));
    }

    static OptionalDouble high(Optional<Interval> interval) {
        return finite(interval.map(Interval::high));
    }

    /// A figure; an infinite one is none.
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
