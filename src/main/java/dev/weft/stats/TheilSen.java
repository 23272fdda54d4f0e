package dev.weft.stats;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// The Theil-Sen slope of a sequence against its positions: the median of the slopes of all pairs,
/// which is robust against outliers. Theil (1950); Sen, "Estimates of the Regression Coefficient
/// Based on Kendall's Tau" (1968).
///
/// The interval is Sen's. The distribution of Kendall's S determines how many slopes are cut off at
/// each end. It is approximated as normal, with the variance corrected for ties.
///
/// @param slope per step, in the unit of the values
record TheilSen(double slope, Interval interval) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /// @param values at least two
    /// @param confidence of the interval, between 0 and 1
    static TheilSen of(double[] values, double confidence) {
        double[] slopes = slopes(values);
        double halfWidth =
                NORMAL.inverseSurvivalProbability((1 - confidence) / 2) * deviationOfS(values);
        int low = (int) Math.rint((slopes.length - halfWidth) / 2) - 1;
        int high = (int) Math.rint((slopes.length + halfWidth) / 2);
        int last = slopes.length - 1;
        return new TheilSen(
                Quantiles.median(slopes),
                new Interval(slopes[Math.clamp(low, 0, last)], slopes[Math.clamp(high, 0, last)]));
    }

    /// Returns the slopes of all pairs, sorted.
    private static double[] slopes(double[] values) {
        double[] slopes = new double[values.length * (values.length - 1) / 2];
        int pair = 0;
        for (int to = 1; to < values.length; to++) {
            for (int from = 0; from < to; from++) {
                slopes[pair++] = (values[to] - values[from]) / (to - from);
            }
        }
        Arrays.sort(slopes);
        return slopes;
    }

    private static double deviationOfS(double[] values) {
        double ties =
                Arrays.stream(values)
                        .boxed()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                        .values()
                        .stream()
                        .mapToDouble(TheilSen::varianceTerm)
                        .sum();
        return Math.sqrt((varianceTerm(values.length) - ties) / 18);
    }

    private static double varianceTerm(double count) {
        return count * (count - 1) * (2 * count + 5);
    }
}
