package dev.weft.stats;

/// Checks values before their logarithm is taken.
final class PositiveTimes {
    private PositiveTimes() {}

    /// Returns the value.
    ///
    /// @throws IllegalArgumentException if the value is not finite or not above zero
    static double checked(double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "a sample on logarithms needs finite values above zero, not " + value);
        }
        return value;
    }
}
