package dev.weft.stats;

/// The mean and the variance of a sample.
///
/// @param variance with n - 1 in the denominator; 0 for a single value
record Moments(double mean, double variance, int count) {
    /// @param sample not empty
    static Moments of(double[] sample) {
        // Sums are relative to the first value, so that equal values have variance 0 exactly.
        double origin = sample[0];
        double sum = 0;
        for (double value : sample) {
            sum += value - origin;
        }
        double mean = origin + sum / sample.length;
        double squares = 0;
        for (double value : sample) {
            squares += (value - mean) * (value - mean);
        }
        return new Moments(mean, squares / Math.max(1, sample.length - 1), sample.length);
    }

    double standardError() {
        return Math.sqrt(variance / count);
    }
}
