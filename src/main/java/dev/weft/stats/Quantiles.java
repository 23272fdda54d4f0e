package dev.weft.stats;

import java.util.Arrays;

/// Quantiles of a sample by linear interpolation between its sorted values: type 7 of Hyndman and
/// Fan, "Sample Quantiles in Statistical Packages" (1996), the default of R and of numpy.
public final class Quantiles {
    private Quantiles() {}

    /// The middle value, or the mean of the two middle ones, in the unit of the sample.
    ///
    /// @throws IllegalArgumentException for an empty sample, or a value that is no number
    public static double median(double[] sample) {
        return quantile(sample, 0.5);
    }

    /// The value that a share of the sample lies below, in the unit of the sample.
    ///
    /// @param share from 0, the smallest value, to 1, the largest
    /// @throws IllegalArgumentException for an empty sample, a value that is no number, or a share
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
        // Equal neighbours are taken as they are: two infinite ones have no difference.
        return lower == upper ? lower : lower + (position - Math.floor(position)) * (upper - lower);
    }
}
