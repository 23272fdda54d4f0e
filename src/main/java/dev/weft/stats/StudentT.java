package dev.weft.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/// Student's t distribution.
///
/// @param degreesOfFreedom at least 1, possibly fractional
record StudentT(double degreesOfFreedom) {
    /// Returns the value that |t| exceeds with this probability.
    double critical(double probability) {
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(probability / 2);
    }

    /// Returns the probability that |t| is at least the absolute value of `t`.
    double twoSided(double t) {
        double oneSided = TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(t));
        return Math.min(1, 2 * oneSided);
    }
}
