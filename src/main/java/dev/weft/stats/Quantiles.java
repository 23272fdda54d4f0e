package dev.weft.stats;

import java.util.Arrays;

/// Computes quantiles of a sample by linear interpolation between its sorted values: type 7 of
/// Hyndman and Fan, "Sample Quantiles in Statistical Packages" (1996), the default of R and numpy.
public final class Quantiles {
    private Quantiles() {}

    /// Returns the median in the unit of the sample.
    ///
    /// @throws IllegalArgumentException if the sample is empty or contains NaN
    public static double median(double[] sample) {
        return quantile(sample, 0.5);
    }

    /// Returns a quantile in the unit of the sample.
    ///
    /// @param share from 0 for the smallest value to 1 for the largest
    /// @throws IllegalArgumentException if the sample is empty or contains NaN, or if the share is
    ///   out of range
    public static double quantile(double[] sample, double share) {
        if (sample.length == 0 || Arrays.stream(sample).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("a quantile needs a sample, without NaN");
        }
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a quantile is of a share 0 to 1, not " + share);
        }
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double position = share * (sorted.length - 1);
        double lower = sorted[(int) Math.floor(position)];
        double upper = sorted[(int) Math.ceil(position)];
        // Equal neighbours need no interpolation, which would be NaN for two infinite ones.
        return lower == upper ? lower : lower + (position - Math.floor(position)) * (upper - lower);
    }
}
