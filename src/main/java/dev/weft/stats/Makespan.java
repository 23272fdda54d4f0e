package dev.weft.stats;

import java.util.Arrays;
import java.util.SplittableRandom;

/// How long the ideal takes: N items on C servers, each item given to the server that is free
/// first, each taking a time drawn with replacement from measured latencies.
///
/// Resampling repeats that from a seed. Its range is what chance does to N draws; that the measured
/// latencies are themselves a sample is not in it. With a constant latency L every resample takes
/// exactly ⌈N/C⌉·L.
///
/// @param median of the resamples, in the unit of the latencies
/// @param range that 95% of the resamples lie in
/// @param resamples how many there were
public record Makespan(double median, Interval range, int resamples) {
    private static final int MOST_RESAMPLES = 1_000;
    private static final int FEWEST_RESAMPLES = 40;
    private static final int DRAWS = 5_000_000;
    private static final double OUTSIDE_EACH_END = 0.025;

    /// Resamples 1,000 times; above 5,000 items as often as makes 5 million draws, and at least 40
    /// times. The makespan of many items varies little, so that fewer say as much: 50,000 items are
    /// drawn 100 times.
    ///
    /// @param latencies at least one, none negative, in any unit
    /// @param items N, at least 1
    /// @param servers C, at least 1
    /// @throws IllegalArgumentException for anything else
    /// @throws ArithmeticException for a sum beyond the range of a long
    public static Makespan of(long[] latencies, int items, int servers, long seed) {
        if (latencies.length == 0 || Arrays.stream(latencies).anyMatch(latency -> latency < 0)) {
            throw new IllegalArgumentException("a makespan needs latencies, none below zero");
        }
        if (items < 1 || servers < 1) {
            throw new IllegalArgumentException(
                    "a makespan is of at least 1 item on 1 server, not of %d on %d"
                            .formatted(items, servers));
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] makespans = new double[resamples(items)];
        Arrays.setAll(makespans, _ -> makespan(latencies, items, servers, random));
        return new Makespan(
                Quantiles.median(makespans),
                new Interval(
                        Quantiles.quantile(makespans, OUTSIDE_EACH_END),
                        Quantiles.quantile(makespans, 1 - OUTSIDE_EACH_END)),
                makespans.length);
    }

    private static int resamples(int items) {
        return Math.clamp(DRAWS / items, FEWEST_RESAMPLES, MOST_RESAMPLES);
    }

    private static long makespan(
            long[] latencies, int items, int servers, SplittableRandom random) {
        // More servers than items would only idle.
        GreedySchedule schedule = new GreedySchedule(Math.min(items, servers));
        for (int item = 0; item < items; item++) {
            schedule.add(latencies[random.nextInt(latencies.length)]);
        }
        return schedule.makespan();
    }
}
