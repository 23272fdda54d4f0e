package dev.weft.stats;

/// The result of fitting the Universal Scalability Law to a sweep over concurrencies.
public sealed interface Scalability {
    /// A throughput measured at one concurrency.
    ///
    /// @param concurrency at least 1
    /// @param throughput above zero, in any unit
    record Point(int concurrency, double throughput) {
        public Point {
            PositiveTimes.checked(throughput);
            if (concurrency < 1) {
                throw new IllegalArgumentException(
                        "a concurrency is at least 1, not " + concurrency);
            }
        }
    }

    /// The law describes the sweep.
    ///
    /// @param rSquared share of the variance of the throughputs that the curve explains
    /// @param largestResidual largest distance of a throughput from the curve, relative to the
    ///   curve
    record Fitted(ScalabilityLaw law, double rSquared, double largestResidual)
            implements Scalability {}

    /// The law does not describe the sweep, or the sweep is unsuitable for a fit.
    ///
    /// @param reason a clause, such as "there are only 3 different concurrencies, and it needs 4"
    record LeftOut(String reason) implements Scalability {}
}
