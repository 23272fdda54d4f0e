package dev.weft.stats;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// The slope of a sequence against its places: the median of the slopes of all pairs, which a few
/// wild values do not move. Theil (1950); Sen, "Estimates of the Regression Coefficient Based on
/// Kendall's Tau" (1968).
///
/// The interval is Sen's: from Kendall's S follows how many pairs may slope against a trend by
/// chance, and so many slopes are cut off at each end. S counts as normal, with its variance
/// corrected for equal values.
///
/// @param slope for each step, in the unit of the values
record TheilSen(double slope, Interval interval) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /// @param values at least two
    /// @param confidence of the interval, between 0 and 1
    static TheilSen of(double[] values, double confidence) {
        double[] slopes = slopes(values);
        double reach =
                NORMAL.inverseSurvivalProbability((1 - confidence) / 2) * deviationOfS(values);
        int low = (int) Math.rint((slopes.length - reach) / 2) - 1;
        int high = (int) Math.rint((slopes.length + reach) / 2);
        int last = slopes.length - 1;
        return new TheilSen(
                Quantiles.median(slopes),
                new Interval(slopes[Math.clamp(low, 0, last)], slopes[Math.clamp(high, 0, last)]));
    }

    /// Of every pair, sorted.
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
                        .mapToDouble(TheilSen::weight)
                        .sum();
        return Math.sqrt((weight(values.length) - ties) / 18);
    }

    private static double weight(double count) {
        return count * (count - 1) * (2 * count + 5);
    }
}
