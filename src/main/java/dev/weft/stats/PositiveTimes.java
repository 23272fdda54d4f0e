package dev.weft.stats;

/// The check that everything on logarithms starts with.
final class PositiveTimes {
    private PositiveTimes() {}

    /// The value itself.
    ///
    /// @throws IllegalArgumentException when it is not finite or not above zero
    static double checked(double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "a sample on logarithms needs finite values above zero, not " + value);
        }
        return value;
    }
}
