package dev.weft.stats;

import java.util.Arrays;
import java.util.Optional;

/// The median and range of a sample, in the unit of the sample.
///
/// @param count number of values, at least 1
public record Spread(double median, double minimum, double maximum, int count) {
    /// Summarizes a sample. Empty for an empty sample.
    ///
    /// @throws IllegalArgumentException if the sample contains NaN
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
