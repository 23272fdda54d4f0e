package dev.weft.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The noise of times, split into a part between sequences and a part within them. A sequence is,
/// for example, the passes of one JVM.
///
/// The model is one-way with random effects on the natural logarithms. It is estimated by the
/// method of moments (analysis of variance; Searle, Casella and McCulloch, *Variance Components*,
/// 1992, chapter 3). With k sequences of n₁ to n_k times, N in total:
///
/// - within² is the mean square within sequences, with N - k degrees of freedom;
/// - between² is (MSB - within²) / n₀ and at least 0, where MSB is the mean square between
///   sequences and n₀ = (N - Σnᵢ²/N) / (k - 1).
///
/// If each sequence has n times, n₀ is n, and between² is the variance of the means minus
/// within²/n.
///
/// @param between standard deviation of the true means of the sequences, as a share: 0.02 is 2%. It
///   is 0 if the noise within sequences explains the differences of their means. It includes that
///   noise if `within` is empty.
/// @param within standard deviation of the times of one sequence, as a share; empty if no sequence
///   has 2 times
/// @param sequences number of sequences, at least 2
/// @param times total number of times
public record VarianceComponents(double between, OptionalDouble within, int sequences, int times) {
    private static final int FEWEST_SEQUENCES = 2;

    /// Estimates the components. Ignores empty sequences. Empty for fewer than 2 other sequences.
    ///
    /// @param sequences times, finite and above zero, in any unit
    /// @throws IllegalArgumentException if a time is not finite or not above zero
    public static Optional<VarianceComponents> of(List<double[]> sequences) {
        List<Moments> moments =
                sequences.stream()
                        .filter(times -> times.length > 0)
                        .map(VarianceComponents::logarithms)
                        .map(Moments::of)
                        .toList();
        return moments.size() < FEWEST_SEQUENCES
                ? Optional.empty()
                : Optional.of(ofMoments(moments));
    }

    private static VarianceComponents ofMoments(List<Moments> sequences) {
        int times = sequences.stream().mapToInt(Moments::count).sum();
        int degreesOfFreedom = sequences.size() - 1;
        // Sums are relative to the first mean, so that equal sequences have variance 0 exactly.
        double origin = sequences.getFirst().mean();
        double mean = 0;
        double squaresOfCounts = 0;
        double squaresWithin = 0;
        for (Moments sequence : sequences) {
            mean += sequence.count() * (sequence.mean() - origin) / times;
            squaresOfCounts += (double) sequence.count() * sequence.count();
            squaresWithin += (sequence.count() - 1) * sequence.variance();
        }
        double squaresBetween = 0;
        for (Moments sequence : sequences) {
            squaresBetween += sequence.count() * Math.pow(sequence.mean() - origin - mean, 2);
        }
        boolean repeats = times > sequences.size();
        double within = repeats ? squaresWithin / (times - sequences.size()) : 0;
        double perSequence = (times - squaresOfCounts / times) / degreesOfFreedom;
        double between = Math.max(0, (squaresBetween / degreesOfFreedom - within) / perSequence);
        return new VarianceComponents(
                Math.sqrt(between),
                repeats ? OptionalDouble.of(Math.sqrt(within)) : OptionalDouble.empty(),
                sequences.size(),
                times);
    }

    /// Returns the number of times per sequence that gives the narrowest interval at a given cost:
    /// `⌈√(costRatio · within² / between²)⌉`, at least 1 (Kalibera and Jones, "Rigorous
    /// Benchmarking in Reasonable Time", ISMM 2013, pages 63 to 74).
    ///
    /// Infinite if `between` is 0 and `within` is above 0: a further time then gains as much as a
    /// new sequence, and costs less. Empty if `within` is empty.
    ///
    /// @param costRatio fixed cost of a new sequence / cost of one time, above 0
    /// @throws IllegalArgumentException if the cost ratio is not above 0
    public OptionalDouble bestLength(double costRatio) {
        if (!(costRatio > 0)) {
            throw new IllegalArgumentException("a ratio of costs is above 0, not " + costRatio);
        }
        if (within.isEmpty()) {
            return OptionalDouble.empty();
        }
        double deviation = within.getAsDouble();
        return OptionalDouble.of(
                deviation == 0
                        ? 1
                        : Math.max(1, Math.ceil(Math.sqrt(costRatio) * deviation / between)));
    }

    private static double[] logarithms(double[] times) {
        return Arrays.stream(times).map(time -> Math.log(PositiveTimes.checked(time))).toArray();
    }
}
