package dev.weft.stats;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// How well the Universal Scalability Law describes a sweep over concurrencies, if it does.
public sealed interface Scalability {
    /// Three parameters go through any three points.
    int FEWEST_CONCURRENCIES = 4;

    /// How far a throughput may be from the curve, relative to the curve. With noise of 8% nine
    /// points stay below it 98 times of 100. A sharp limit that the law does not describe, such as
    /// a rate or a bandwidth that is used up all at once, leaves more.
    double LARGEST_RESIDUAL = 0.2;

    /// What was measured at one concurrency.
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
    /// @param rSquared the share of the variance of the throughputs that the curve explains
    /// @param largestResidual of a throughput from the curve, relative to the curve
    record Fitted(ScalabilityLaw law, double rSquared, double largestResidual)
            implements Scalability {}

    /// The law does not describe the sweep, or cannot be held against it.
    ///
    /// @param reason a clause in words, such as "there are only 3 different concurrencies, and it
    ///   needs 4"
    record LeftOut(String reason) implements Scalability {}

    /// Fits the law to a sweep. A concurrency may stand in it several times.
    ///
    /// As `C/X = (1 + σ(C-1) + κC(C-1)) / λ` is linear in 1/λ, σ/λ and κ/λ, this is a linear least
    /// squares of C/X, with each residual relative to the measured C/X, so that small throughputs
    /// count as much as large ones. Of the fits with and without σ and κ it is the best one in
    /// which nothing is negative, which is the best one there is.
    static Scalability fit(List<Point> sweep) {
        long concurrencies = sweep.stream().map(Point::concurrency).distinct().count();
        if (concurrencies < FEWEST_CONCURRENCIES) {
            return new LeftOut(
                    "there are only %d different concurrencies, and it needs %d"
                            .formatted(concurrencies, FEWEST_CONCURRENCIES));
        }
        if (sweep.stream().mapToDouble(Point::throughput).distinct().count() == 1) {
            return new LeftOut("the throughput is the same at every concurrency");
        }
        ScalabilityLaw law = ScalabilityFit.law(sweep);
        Point farthest =
                sweep.stream()
                        .max(Comparator.comparingDouble(point -> residual(law, point)))
                        .orElseThrow();
        double largest = residual(law, farthest);
        if (largest > LARGEST_RESIDUAL) {
            return new LeftOut(
                    String.format(
                            Locale.ROOT,
                            "the throughput at concurrency %d is %.0f%% off the curve, and more than %.0f%% is no fit",
                            farthest.concurrency,
                            100 * largest,
                            100 * LARGEST_RESIDUAL));
        }
        return new Fitted(law, ScalabilityFit.rSquared(law, sweep), largest);
    }

    private static double residual(ScalabilityLaw law, Point point) {
        return Math.abs(point.throughput / law.throughput(point.concurrency) - 1);
    }
}
