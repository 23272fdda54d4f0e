package dev.weft.stats;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// The contrast of two samples of times: the mean logarithm of the first minus that of the second.
/// Its exponential is the ratio of the geometric means.
public sealed interface LogRatio {
    /// A contrast with its standard error.
    ///
    /// @param logRatio mean difference of the logarithms
    /// @param standardError of that mean; 0 if every block shows the same difference
    /// @param degreesOfFreedom of Student's t, at least 1
    /// @param blocks number of values of each sample
    record Measured(double logRatio, double standardError, double degreesOfFreedom, int blocks)
            implements LogRatio {
        public Measured {
            if (!Double.isFinite(logRatio)
                    || !(standardError >= 0)
                    || !(degreesOfFreedom >= 1)
                    || blocks < 2) {
                throw new IllegalArgumentException(
                        "no contrast: %s ± %s with %s degrees of freedom in %d blocks"
                                .formatted(logRatio, standardError, degreesOfFreedom, blocks));
            }
        }

        /// Interval of the ratio that extends by this number of standard errors to each side.
        Interval ratioWithin(double standardErrors) {
            double halfWidth = standardErrors * standardError;
            return new Interval(Math.exp(logRatio - halfWidth), Math.exp(logRatio + halfWidth));
        }

        /// Two-sided p-value of the t test. It is 0 or 1 if the standard error is 0.
        double p() {
            if (standardError == 0) {
                return Math.exp(logRatio) == 1 ? 1 : 0;
            }
            return new StudentT(degreesOfFreedom).twoSided(logRatio / standardError);
        }
    }

    /// Too few blocks to estimate the noise.
    ///
    /// @param blocks 0 or 1
    record TooFew(int blocks) implements LogRatio {}

    /// Pairs times by block: one-sample t on the differences of the logarithms. Ignores blocks that
    /// lack one of the two times.
    ///
    /// @param first times by block number; finite, above zero, in the unit of `second`
    /// @throws IllegalArgumentException if a time is not finite or not above zero
    static LogRatio paired(Map<Integer, Double> first, Map<Integer, Double> second) {
        double[] differences =
                first.entrySet().stream()
                        .flatMap(
                                block ->
                                        Optional.ofNullable(second.get(block.getKey()))
                                                .map(other -> logRatio(block.getValue(), other))
                                                .stream())
                        .mapToDouble(Double::doubleValue)
                        .toArray();
        if (differences.length < 2) {
            return new TooFew(differences.length);
        }
        Moments moments = Moments.of(differences);
        return new Measured(
                moments.mean(),
                moments.standardError(),
                differences.length - 1,
                differences.length);
    }

    /// Compares two independent samples: Welch's t on the logarithms, with the degrees of freedom
    /// of Welch and Satterthwaite. `blocks` is the size of the smaller sample.
    ///
    /// @param first times; finite, above zero, in the unit of `second`
    /// @throws IllegalArgumentException if a time is not finite or not above zero
    static LogRatio independent(double[] first, double[] second) {
        int blocks = Math.min(first.length, second.length);
        if (blocks < 2) {
            return new TooFew(blocks);
        }
        Moments one = Moments.of(logarithms(first));
        Moments other = Moments.of(logarithms(second));
        double variance = one.variance() / one.count() + other.variance() / other.count();
        return new Measured(
                one.mean() - other.mean(),
                Math.sqrt(variance),
                degreesOfFreedom(one, other),
                blocks);
    }

    private static double degreesOfFreedom(Moments one, Moments other) {
        double first = one.variance() / one.count();
        double second = other.variance() / other.count();
        // Uses shares because squares of variances could underflow.
        double share = first / (first + second);
        if (Double.isNaN(share)) {
            return one.count() + other.count() - 2.0;
        }
        return 1
                / (share * share / (one.count() - 1)
                        + (1 - share) * (1 - share) / (other.count() - 1));
    }

    private static double logRatio(double first, double second) {
        return Math.log(PositiveTimes.checked(first) / PositiveTimes.checked(second));
    }

    private static double[] logarithms(double[] times) {
        return Arrays.stream(times).map(time -> Math.log(PositiveTimes.checked(time))).toArray();
    }
}
