package dev.weft.stats;

import java.util.Arrays;
import java.util.Optional;

/// How much a sequence of times drifts from its first to its last: the Theil-Sen slope of the
/// logarithms, over the whole sequence.
///
/// Below 1 the times fall, as those of a JVM that still warms up do. The interval takes the noise
/// of one time to be independent of the noise of the next; where slow times come in runs, it is too
/// narrow.
///
/// @param ratio of the end to the start: 0.9 where the last is 10% faster than the first
/// @param interval of that ratio, with 95% confidence
/// @param count how many times there are
public record Drift(double ratio, Interval interval, int count) {
    private static final int FEWEST = 5;
    private static final double CONFIDENCE = 0.95;

    /// The drift of times in the order in which they were measured. Empty for fewer than 5: even
    /// when they all rise, 4 do so by chance once in 12 times, which no interval of 95% can
    /// exclude.
    ///
    /// @param times finite and above zero, in any unit
    /// @throws IllegalArgumentException for a time without a logarithm
    public static Optional<Drift> over(double[] times) {
        double[] logarithms =
                Arrays.stream(times).map(time -> Math.log(Positive.checked(time))).toArray();
        if (times.length < FEWEST) {
            return Optional.empty();
        }
        int steps = times.length - 1;
        TheilSen slope = TheilSen.of(logarithms, CONFIDENCE);
        return Optional.of(
                new Drift(
                        Math.exp(steps * slope.slope()),
                        new Interval(
                                Math.exp(steps * slope.interval().low()),
                                Math.exp(steps * slope.interval().high())),
                        times.length));
    }

    /// Whether it is more than noise: the interval excludes a ratio of 1.
    public boolean isBeyondNoise() {
        return !interval.contains(1);
    }
}
