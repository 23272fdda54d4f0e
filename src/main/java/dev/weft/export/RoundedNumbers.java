package dev.weft.export;

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

    /// Returns a rounded figure; empty if it is infinite.
    static OptionalDouble of(Optional<Double> value) {
        return value.filter(Double::isFinite)
                .map(finite -> OptionalDouble.of(of(finite)))
                .orElse(OptionalDouble.empty());
    }

    static double millis(double seconds) {
        return of(seconds * MILLIS_PER_SECOND);
    }

    /// Returns a rounded time in milliseconds; empty if it is infinite.
    static OptionalDouble millis(Optional<Double> seconds) {
        return of(seconds.map(value -> value * MILLIS_PER_SECOND));
    }
}
