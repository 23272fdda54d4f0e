package dev.weft.stats;

import java.util.Arrays;
import java.util.List;
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
/// @param count how many times there are, or how many sequences
public record Drift(double ratio, Interval interval, int count) {
    private static final int FEWEST = 5;
    private static final int FEWEST_SEQUENCES = 3;
    private static final double CONFIDENCE = 0.95;

    /// The drift of times in the order in which they were measured. Empty for fewer than 5: even
    /// when they all rise, 4 do so by chance once in 12 times, which no interval of 95% can
    /// exclude.
    ///
    /// @param times finite and above zero, in any unit
    /// @throws IllegalArgumentException for a time without a logarithm
    public static Optional<Drift> over(double[] times) {
        double[] logarithms =
                Arrays.stream(times).map(time -> Math.log(PositiveTimes.checked(time))).toArray();
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

    /// The drift that several short sequences have in common, such as the passes of several JVMs:
    /// the Theil-Sen slope of each, their mean, and Student's t over the sequences, which are the
    /// unit. Empty for fewer than 3 sequences of 2 times or more.
    ///
    /// @param sequences times in their order; finite and above zero, in any unit
    /// @throws IllegalArgumentException for a time without a logarithm
    public static Optional<Drift> inCommon(List<double[]> sequences) {
        double[] ratios =
                sequences.stream()
                        .flatMap(times -> ratio(times).stream())
                        .mapToDouble(ratio -> ratio)
                        .toArray();
        if (ratios.length < FEWEST_SEQUENCES) {
            return Optional.empty();
        }
        return GeometricMean.of(ratios)
                .map(mean -> new Drift(mean.value(), mean.interval().orElseThrow(), ratios.length));
    }

    /// The ratio of the end of one sequence to its start, whatever its noise: the Theil-Sen slope
    /// over all steps. Empty for fewer than 2 times.
    ///
    /// @param times in their order; finite and above zero, in any unit
    /// @throws IllegalArgumentException for a time without a logarithm
    public static Optional<Double> ratio(double[] times) {
        double[] logarithms =
                Arrays.stream(times).map(time -> Math.log(PositiveTimes.checked(time))).toArray();
        return times.length < 2
                ? Optional.empty()
                : Optional.of(
                        Math.exp((times.length - 1) * TheilSen.of(logarithms, CONFIDENCE).slope()));
    }

    /// Whether it is more than noise: the interval excludes a ratio of 1.
    public boolean isBeyondNoise() {
        return !interval.contains(1);
    }
}
