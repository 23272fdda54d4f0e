package dev.weft.stats;

import dev.weft.stats.Scalability.Fitted;
import dev.weft.stats.Scalability.LeftOut;
import dev.weft.stats.Scalability.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// Fits the Universal Scalability Law to measured points.
public final class ScalabilityFit {
    /// The law has three parameters and thus fits any three points.
    public static final int FEWEST_CONCURRENCIES = 4;

    /// Largest accepted distance of a throughput from the curve, relative to the curve.
    ///
    /// With 8% noise, 98% of sweeps of nine points stay below it. A sharp limit, such as a rate or
    /// a bandwidth, exceeds it, because the law does not describe sharp limits.
    public static final double LARGEST_RESIDUAL = 0.2;

    private record Candidate(ScalabilityLaw law, double squares) {}

    private ScalabilityFit() {}

    /// Fits the law to a sweep, which may contain a concurrency several times.
    ///
    /// `C/X = (1 + σ(C-1) + κC(C-1)) / λ` is linear in 1/λ, σ/λ and κ/λ. The fit is a linear least
    /// squares of C/X. Residuals are relative to the measured C/X, so that small throughputs count
    /// as much as large ones. Of the fits with and without σ and κ, it selects the best one without
    /// negative parameters. This is the optimum under that constraint.
    public static Scalability of(List<Point> sweep) {
        long concurrencies = sweep.stream().map(Point::concurrency).distinct().count();
        if (concurrencies < FEWEST_CONCURRENCIES) {
            return new LeftOut(
                    "there are only %d different concurrencies, and it needs %d"
                            .formatted(concurrencies, FEWEST_CONCURRENCIES));
        }
        if (sweep.stream().mapToDouble(Point::throughput).distinct().count() == 1) {
            return new LeftOut("the throughput is the same at every concurrency");
        }
        ScalabilityLaw law = law(sweep);
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
                            farthest.concurrency(),
                            100 * largest,
                            100 * LARGEST_RESIDUAL));
        }
        return new Fitted(law, rSquared(law, sweep), largest);
    }

    private static double residual(ScalabilityLaw law, Point point) {
        return Math.abs(point.throughput() / law.throughput(point.concurrency()) - 1);
    }

    /// Returns the law with the smallest sum of squared relative residuals of C/X.
    ///
    /// @param sweep at least three different concurrencies
    private static ScalabilityLaw law(List<Point> sweep) {
        return Stream.of(
                        fit(sweep, false, false),
                        fit(sweep, true, false),
                        fit(sweep, false, true),
                        fit(sweep, true, true))
                .flatMap(Optional::stream)
                .min(Comparator.comparingDouble(Candidate::squares))
                .orElseThrow()
                .law;
    }

    /// Returns the coefficient of determination: 1 - (squared residuals / squared deviations from
    /// the mean).
    ///
    /// @param sweep at least two different throughputs
    private static double rSquared(ScalabilityLaw law, List<Point> sweep) {
        double mean = sweep.stream().mapToDouble(Point::throughput).average().orElseThrow();
        double residuals = squares(sweep, point -> law.throughput(point.concurrency()));
        return 1 - residuals / squares(sweep, _ -> mean);
    }

    /// Fits the selected terms. Empty if a parameter is negative.
    private static Optional<Candidate> fit(
            List<Point> sweep, boolean contention, boolean coherency) {
        List<double[]> columns = new ArrayList<>();
        columns.add(column(sweep, _ -> 1));
        if (contention) {
            columns.add(column(sweep, concurrency -> concurrency - 1));
        }
        if (coherency) {
            columns.add(column(sweep, concurrency -> concurrency * (concurrency - 1)));
        }
        LeastSquares fit = LeastSquares.of(columns, sweep.stream().mapToDouble(_ -> 1).toArray());
        List<Double> coefficients = fit.coefficients();
        double inverseLambda = coefficients.getFirst();
        double sigma = contention ? coefficients.get(1) / inverseLambda : 0;
        double kappa = coherency ? coefficients.getLast() / inverseLambda : 0;
        return inverseLambda > 0 && sigma >= 0 && kappa >= 0
                ? Optional.of(
                        new Candidate(
                                new ScalabilityLaw(1 / inverseLambda, sigma, kappa), fit.squares()))
                : Optional.empty();
    }

    /// Returns a term of C/X relative to the measured C/X, so that the target is 1 at every point.
    private static double[] column(List<Point> sweep, DoubleUnaryOperator term) {
        return sweep.stream()
                .mapToDouble(
                        point ->
                                term.applyAsDouble(point.concurrency())
                                        * point.throughput()
                                        / point.concurrency())
                .toArray();
    }

    private static double squares(List<Point> sweep, ToDoubleFunction<Point> expected) {
        return sweep.stream()
                .mapToDouble(point -> point.throughput() - expected.applyAsDouble(point))
                .map(difference -> difference * difference)
                .sum();
    }
}
