package dev.weft.stats;

import java.util.Arrays;
import java.util.Optional;

/// Computes geometric means and their confidence intervals.
///
/// The geometric mean suits times because their noise is multiplicative. The ratio of two means is
/// inverted exactly when the two samples are swapped.
///
/// Under log-normal noise it equals the median, and the interval covers both. Rare slow values
/// reduce the coverage in small samples. Example: samples of 8 values with 8% noise, where one
/// value in ten takes up to twice as long. There the 95% interval covers the median in 96% of
/// samples, and the true geometric mean in 89%.
public final class GeometricMean {
    private static final double CONFIDENCE = 0.95;

    private GeometricMean() {}

    /// Computes the mean with its 95% interval. See [#of(double\[\], double)].
    public static Optional<Estimate> of(double[] sample) {
        return of(sample, CONFIDENCE);
    }

    /// Computes the mean with its interval: Student's t on the logarithms, `exp(mean ± t·s/√n)`.
    ///
    /// Empty for an empty sample. The estimate of a single value has no interval.
    ///
    /// @param sample finite and above zero, in any unit
    /// @param confidence of the interval, between 0 and 1
    /// @throws IllegalArgumentException if a value is not finite or not above zero
    public static Optional<Estimate> of(double[] sample, double confidence) {
        if (sample.length == 0) {
            return Optional.empty();
        }
        double[] logarithms = Arrays.stream(sample).map(GeometricMean::logarithm).toArray();
        Moments moments = Moments.of(logarithms);
        double value = Math.exp(moments.mean());
        if (sample.length == 1) {
            return Optional.of(new Estimate(value, Optional.empty()));
        }
        StudentT distribution = new StudentT(sample.length - 1);
        double margin = distribution.critical(1 - confidence) * moments.standardError();
        Interval interval =
                new Interval(Math.exp(moments.mean() - margin), Math.exp(moments.mean() + margin));
        return Optional.of(new Estimate(value, Optional.of(interval)));
    }

    private static double logarithm(double value) {
        return Math.log(PositiveTimes.checked(value));
    }
}
