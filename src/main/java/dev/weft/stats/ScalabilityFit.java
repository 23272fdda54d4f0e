package dev.weft.stats;

import dev.weft.stats.Scalability.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// Finds the parameters of the Universal Scalability Law from points.
final class ScalabilityFit {
    private record Candidate(ScalabilityLaw law, double squares) {}

    private ScalabilityFit() {}

    /// The law with the smallest sum of squared relative residuals of C/X.
    ///
    /// @param sweep with at least three different concurrencies
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

    /// One minus what the curve leaves of the squares, by those around the mean.
    ///
    /// @param sweep whose throughputs are not all the same
    static double rSquared(ScalabilityLaw law, List<Point> sweep) {
        double mean = sweep.stream().mapToDouble(Point::throughput).average().orElseThrow();
        double left = squares(sweep, point -> law.throughput(point.concurrency()));
        return 1 - left / squares(sweep, _ -> mean);
    }

    /// Empty where a parameter would be negative.
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
        List<Double> found = fit.coefficients();
        double perLambda = found.getFirst();
        double sigma = contention ? found.get(1) / perLambda : 0;
        double kappa = coherency ? found.getLast() / perLambda : 0;
        return perLambda > 0 && sigma >= 0 && kappa >= 0
                ? Optional.of(
                        new Candidate(
                                new ScalabilityLaw(1 / perLambda, sigma, kappa), fit.squares()))
                : Optional.empty();
    }

    /// A term of C/X, relative to the measured C/X: the target is then 1 at every point.
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
