package dev.weft.stats;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The result of fitting the Universal Scalability Law to a sweep over concurrencies.
public sealed interface Scalability {
    /// The law has three parameters and thus fits any three points.
    int FEWEST_CONCURRENCIES = 4;

    /// Largest accepted distance of a throughput from the curve, relative to the curve.
    ///
    /// With 8% noise, 98% of sweeps of nine points stay below it. A sharp limit, such as a rate or
    /// a bandwidth, exceeds it, because the law does not describe sharp limits.
    double LARGEST_RESIDUAL = 0.2;

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

    /// Fits the law to a sweep, which may contain a concurrency several times.
    ///
    /// `C/X = (1 + σ(C-1) + κC(C-1)) / λ` is linear in 1/λ, σ/λ and κ/λ. The fit is a linear least
    /// squares of C/X. Residuals are relative to the measured C/X, so that small throughputs count
    /// as much as large ones. Of the fits with and without σ and κ, it selects the best one without
    /// negative parameters. This is the optimum under that constraint.
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
