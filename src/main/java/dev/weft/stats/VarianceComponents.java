package dev.weft.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How much of the noise on times lies between sequences, such as the JVMs of a mode, and how much
/// within them, such as between the passes of one JVM.
///
/// A one-way model with random effects on the natural logarithms, estimated by the method of
/// moments (analysis of variance; Searle, Casella and McCulloch, *Variance Components*, 1992,
/// chapter 3). With k sequences of n₁ to n_k times, N in all:
///
/// - within² is the mean square within sequences, with N - k degrees of freedom;
/// - between² is (MSB - within²) / n₀ and at least 0, where MSB is the mean square between
///   sequences and n₀ = (N - Σnᵢ²/N) / (k - 1).
///
/// With n times in each sequence, n₀ is n, and between² is the variance of the means less
/// within²/n.
///
/// @param between standard deviation of the sequences' own means, as a share: 0.02 is 2%. It is 0
///   where the means differ by no more than the noise within sequences explains. It includes that
///   noise where `within` is empty.
/// @param within standard deviation of the times of one sequence, likewise; empty where no sequence
///   has 2 times
/// @param sequences how many there are, at least 2
/// @param times how many they have in all
public record VarianceComponents(double between, OptionalDouble within, int sequences, int times) {
    private static final int FEWEST_SEQUENCES = 2;

    /// The components of times. A sequence without a time does not count. Empty for fewer than 2
    /// sequences.
    ///
    /// @param sequences finite and above zero, in any unit
    /// @throws IllegalArgumentException for a time without a logarithm
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
        int freedom = sequences.size() - 1;
        // Sums start from the first mean, so that equal sequences have exactly no variance.
        double origin = sequences.getFirst().mean();
        double mean = 0;
        double squaresOfCounts = 0;
        double squaresWithin = 0;
        for (Moments one : sequences) {
            mean += one.count() * (one.mean() - origin) / times;
            squaresOfCounts += (double) one.count() * one.count();
            squaresWithin += (one.count() - 1) * one.variance();
        }
        double squaresBetween = 0;
        for (Moments one : sequences) {
            squaresBetween += one.count() * Math.pow(one.mean() - origin - mean, 2);
        }
        boolean repeats = times > sequences.size();
        double within = repeats ? squaresWithin / (times - sequences.size()) : 0;
        double perSequence = (times - squaresOfCounts / times) / freedom;
        double between = Math.max(0, (squaresBetween / freedom - within) / perSequence);
        return new VarianceComponents(
                Math.sqrt(between),
                repeats ? OptionalDouble.of(Math.sqrt(within)) : OptionalDouble.empty(),
                sequences.size(),
                times);
    }

    /// How many times a sequence should have for the narrowest interval that the cost allows:
    /// `⌈√(costRatio · within² / between²)⌉`, at least 1 (Kalibera and Jones, "Rigorous
    /// Benchmarking in Reasonable Time", ISMM 2013, pages 63 to 74).
    ///
    /// Infinite where `between` is 0: each further time then gains as much as a new sequence, and
    /// costs less. Empty where `within` is.
    ///
    /// @param costRatio what a new sequence costs before its first time, in costs of one time
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
