package dev.weft.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The drift of a sequence of times: the ratio of its end to its start, by the Theil-Sen slope of
/// the logarithms.
///
/// A ratio below 1 means that the times fall, as in a JVM that still warms up. The interval assumes
/// independent noise. It is too narrow where slow times are clustered.
///
/// @param ratio end to start: 0.9 means that the last time is 10% shorter than the first
/// @param interval 95% confidence interval of the ratio
/// @param count number of times, or of sequences
public record Drift(double ratio, Interval interval, int count) {
    private static final int FEWEST_TIMES = 5;
    private static final int FEWEST_SEQUENCES = 3;
    private static final double CONFIDENCE = 0.95;

    /// Computes the drift of one sequence. Empty for fewer than 5 times: 4 times rise or fall
    /// throughout by chance in 1 of 12 cases, too often for a 95% interval to exclude 1.
    ///
    /// @param times in the order of measurement; finite and above zero, in any unit
    /// @throws IllegalArgumentException if a time is not finite or not above zero
    public static Optional<Drift> over(double[] times) {
        double[] logarithms =
                Arrays.stream(times).map(time -> Math.log(PositiveTimes.checked(time))).toArray();
        if (times.length < FEWEST_TIMES) {
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

    /// Computes the common drift of several short sequences, such as the passes of several JVMs.
    ///
    /// The result is the geometric mean of the ratios of the sequences. Its interval is Student's t
    /// with one ratio per sequence. Empty for fewer than 3 sequences of at least 2 times.
    ///
    /// @param sequences times in the order of measurement; finite and above zero, in any unit
    /// @throws IllegalArgumentException if a time is not finite or not above zero
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

    /// Computes the ratio of the end of one sequence to its start, without an interval. Empty for
    /// fewer than 2 times.
    ///
    /// @param times in the order of measurement; finite and above zero, in any unit
    /// @throws IllegalArgumentException if a time is not finite or not above zero
    public static Optional<Double> ratio(double[] times) {
        double[] logarithms =
                Arrays.stream(times).map(time -> Math.log(PositiveTimes.checked(time))).toArray();
        return times.length < 2
                ? Optional.empty()
                : Optional.of(
                        Math.exp((times.length - 1) * TheilSen.of(logarithms, CONFIDENCE).slope()));
    }

    /// Returns whether the interval excludes a ratio of 1.
    public boolean isBeyondNoise() {
        return !interval.contains(1);
    }
}
