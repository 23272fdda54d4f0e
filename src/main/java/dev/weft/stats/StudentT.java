package dev.weft.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/// Student's t distribution.
///
/// @param degreesOfFreedom at least 1, not always whole
record StudentT(double degreesOfFreedom) {
    /// The value that |t| exceeds with this probability.
    double critical(double probability) {
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(probability / 2);
    }

    /// The probability that |t| is at least this.
    double twoSided(double t) {
        double oneSided = TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(t));
        return Math.min(1, 2 * oneSided);
    }
}
