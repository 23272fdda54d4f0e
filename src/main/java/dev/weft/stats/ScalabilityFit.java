package dev.weft.stats;

import dev.weft.stats.Scalability.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// Estimates the parameters of the Universal Scalability Law from measured points.
final class ScalabilityFit {
    private record Candidate(ScalabilityLaw law, double squares) {}

    private ScalabilityFit() {}

    /// Returns the law with the smallest sum of squared relative residuals of C/X.
    ///
    /// @param sweep at least three different concurrencies
    static ScalabilityLaw law(List<Point> sweep) {
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
    static double rSquared(ScalabilityLaw law, List<Point> sweep) {
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
