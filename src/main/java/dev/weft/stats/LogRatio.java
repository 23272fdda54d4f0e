package dev.weft.stats;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// The difference between the logarithms of two sets of times, first minus second: what two things
/// are compared by. Its exponential is the ratio of the geometric means.
public sealed interface LogRatio {
    /// A difference with its noise.
    ///
    /// @param logRatio the mean difference of the logarithms
    /// @param standardError of that mean; 0 where every block shows the same difference
    /// @param degreesOfFreedom of Student's t, at least 1
    /// @param blocks how many values of each it rests on
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

        /// The ratio with so many standard errors to each side.
        Interval ratioWithin(double standardErrors) {
            double reach = standardErrors * standardError;
            return new Interval(Math.exp(logRatio - reach), Math.exp(logRatio + reach));
        }

        /// The probability of a t at least as far from zero were there no difference. Without any
        /// spread it is 1 or 0.
        double p() {
            if (standardError == 0) {
                return Math.exp(logRatio) == 1 ? 1 : 0;
            }
            return new StudentT(degreesOfFreedom).twoSided(logRatio / standardError);
        }
    }

    /// Too little to see any noise in.
    ///
    /// @param blocks 0 or 1
    record TooFew(int blocks) implements LogRatio {}

    /// Pairs the times of two things by block: one-sample t on the differences of the logarithms.
    /// Blocks that miss either are left out.
    ///
    /// @param first a time by number of block, finite and above zero, in the unit of the second
    /// @throws IllegalArgumentException for a time without a logarithm
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

    /// Holds two samples that share nothing against each other: Welch's t on the logarithms, with
    /// the degrees of freedom of Welch and Satterthwaite. Its blocks are the values of the smaller
    /// sample.
    ///
    /// @param first times, finite and above zero, in the unit of the second
    /// @throws IllegalArgumentException for a time without a logarithm
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
        // Shares rather than squares of variances, which could underflow.
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
