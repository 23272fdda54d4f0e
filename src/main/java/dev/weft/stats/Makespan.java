package dev.weft.stats;

import java.util.Arrays;
import java.util.SplittableRandom;

/// The simulated wall time of N items on C servers: the latency bound of the ideal.
///
/// Each item goes to the server that is free first. Its service time is drawn with replacement from
/// measured latencies. With a constant latency L every resample takes exactly ⌈N/C⌉·L.
///
/// @param median of the resamples, in the unit of the latencies
/// @param range central 95% of the resamples. It covers the chance in N draws, and excludes the
///   sampling error of the latencies themselves.
/// @param resamples number of resamples
public record Makespan(double median, Interval range, int resamples) {
    private static final int MOST_RESAMPLES = 1_000;
    private static final int FEWEST_RESAMPLES = 40;
    private static final int MOST_DRAWS = 5_000_000;
    private static final double OUTSIDE_EACH_END = 0.025;

    /// Resamples 1,000 times for up to 5,000 items. Above that, limits the draws to 5 million, but
    /// makes at least 40 resamples. Fewer resamples suffice there, because the makespan of many
    /// items varies little.
    ///
    /// @param latencies at least one, none negative, in any unit
    /// @param items N, at least 1
    /// @param servers C, at least 1
    /// @param seed of the random draws
    /// @throws IllegalArgumentException if an argument is out of range
    /// @throws ArithmeticException if a sum exceeds the range of a long
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
        return Math.clamp(MOST_DRAWS / items, FEWEST_RESAMPLES, MOST_RESAMPLES);
    }

    private static long makespan(
            long[] latencies, int items, int servers, SplittableRandom random) {
        // Servers in excess of the items stay idle.
        GreedySchedule schedule = new GreedySchedule(Math.min(items, servers));
        for (int item = 0; item < items; item++) {
            schedule.add(latencies[random.nextInt(latencies.length)]);
        }
        return schedule.makespan();
    }
}
