package dev.weft.stats;

import java.util.Arrays;
import java.util.Optional;

/// The geometric mean, the middle that suits times: noise on them multiplies, and ratios of it do
/// not depend on which of two things is called the first.
///
/// Under log-normal noise it is the median too, and its interval covers both. Where few values are
/// much slower than the rest, a small sample says little of them: of 8 values with 8% noise, one in
/// ten of which takes up to twice as long, the 95% interval covers the median in 96% of samples and
/// the true geometric mean in 89%.
public final class GeometricMean {
    private static final double CONFIDENCE = 0.95;

    private GeometricMean() {}

    /// The geometric mean with its 95% interval. See [#of(double\[\], double)].
    public static Optional<Estimate> of(double[] sample) {
        return of(sample, CONFIDENCE);
    }

    /// The geometric mean with its interval: Student's t on the logarithms, `exp(mean ± t·s/√n)`.
    ///
    /// Empty for an empty sample; of a single value the estimate has no interval.
    ///
    /// @param sample finite and above zero, in any unit
    /// @param confidence of the interval, between 0 and 1
    /// @throws IllegalArgumentException for a value without a logarithm
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
