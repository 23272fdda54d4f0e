package dev.weft.stats;

import java.util.Arrays;
import java.util.Optional;

/// The middle and the ends of a sample, in the unit of the sample.
///
/// @param median the middle value, or the mean of the two middle ones
/// @param count how many values there are, at least 1
public record Spread(double median, double minimum, double maximum, int count) {
    /// Sums up a sample. Empty for an empty one.
    ///
    /// @throws IllegalArgumentException for a value that is no number
    public static Optional<Spread> of(double[] sample) {
        if (sample.length == 0) {
            return Optional.empty();
        }
        if (Arrays.stream(sample).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("a sample must not hold NaN");
        }
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        return Optional.of(
                new Spread(
                        Quantiles.median(sorted),
                        sorted[0],
                        sorted[sorted.length - 1],
                        sorted.length));
    }
}
