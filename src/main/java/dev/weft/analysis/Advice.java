package dev.weft.analysis;

import dev.weft.plan.ModeName;
import dev.weft.stats.Comparison;
import dev.weft.stats.LogRatio;
import dev.weft.stats.Verdict;
import dev.weft.stats.Verdict.CannotTell;
import dev.weft.stats.Verdict.Different;
import dev.weft.stats.Verdict.Equal;
import dev.weft.stats.VerdictFamily;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Recommends a mode and a concurrency, with the verdicts that support it.
///
/// Each mode is judged at the smallest concurrency within 5% of its best throughput. The fastest
/// mode is recommended. If modes equal to it within 5% cost at least 5% less CPU, the one with the
/// least CPU is recommended instead.
///
/// @param rivals the other concurrent modes, with verdicts on the time per upload; the recommended
///   mode is the first of each pair
/// @param present the baseline, if it was measured and differs from the recommendation
/// @param isOfASweep whether any mode was measured at several concurrencies
/// @param isLargerTried whether the recommended mode was also measured at a larger concurrency,
///   which gained less than 5%
public record Advice(
        ModeSummary recommended,
        List<Rival> rivals,
        Optional<Rival> present,
        boolean isOfASweep,
        boolean isLargerTried) {
    /// A mode that is not recommended.
    ///
    /// @param verdict verdict on the time per upload, recommended mode first
    public record Rival(ModeSummary summary, Verdict verdict) {
        /// Whether its time per upload was shown to be within the margin of the recommended mode's.
        public boolean isAsGood() {
            return switch (verdict) {
                case Equal _ -> true;
                case Different different -> different.isWithinMargin();
                case CannotTell _ -> false;
            };
        }
    }

    public Advice {
        rivals = List.copyOf(rivals);
    }

    /// Advice for a run; empty if no warm pass of a concurrent mode succeeded.
    ///
    /// @param present the baseline; by default the sequential mode, or else the first measured mode
    public static Optional<Advice> of(Analysis analysis, Optional<PresentChoice> present) {
        List<Sweep> sweeps =
                Sweep.of(analysis).stream()
                        .filter(sweep -> sweep.mode() != ModeName.SEQUENTIAL)
                        .toList();
        if (sweeps.isEmpty()) {
            return Optional.empty();
        }
        List<ModeSummary> knees =
                sweeps.stream()
                        .map(Sweep::knee)
                        .sorted(Comparator.comparingDouble(Sweep::throughput).reversed())
                        .toList();
        ModeSummary fastest = knees.getFirst();
        ModeSummary recommended = cheapest(fastest, rivals(fastest, knees));
        List<Rival> rivals = rivals(recommended, knees);
        return Optional.of(
                new Advice(
                        recommended,
                        rivals,
                        present(Sweep.of(analysis), present)
                                .filter(choice -> !choice.equals(recommended))
                                .map(choice -> baseline(recommended, choice, rivals)),
                        sweeps.stream().anyMatch(sweep -> sweep.points().size() > 1),
                        sweeps.stream().anyMatch(sweep -> isLargerTried(sweep, recommended))));
    }

    private static boolean isLargerTried(Sweep sweep, ModeSummary recommended) {
        return sweep.mode() == recommended.mode()
                && sweep.points().lastKey() > recommended.setting().concurrency();
    }

    /// Chooses by CPU among the modes that are as fast as the fastest.
    private static ModeSummary cheapest(ModeSummary fastest, List<Rival> rivals) {
        return rivals.stream()
                .filter(Rival::isAsGood)
                .map(Rival::summary)
                .filter(rival -> cpu(rival) < cpu(fastest) * (1 - Sweep.WORTH))
                .min(Comparator.comparingDouble(Advice::cpu))
                .orElse(fastest);
    }

    private static double cpu(ModeSummary summary) {
        return summary.cpuMillisPerUpload().orElse(Double.POSITIVE_INFINITY);
    }

    /// Judges all pairs as one family, and returns those that contain `first`.
    private static List<Rival> rivals(ModeSummary first, List<ModeSummary> knees) {
        Map<ModeSummary, Map<Integer, Double>> times = new LinkedHashMap<>();
        times.put(first, first.secondsPerUploadByBlock());
        knees.forEach(knee -> times.put(knee, knee.secondsPerUploadByBlock()));
        return Comparison.ofEveryPair(times, VerdictFamily.usual()).stream()
                .filter(pair -> pair.first().equals(first))
                .map(pair -> new Rival(pair.second(), pair.verdict()))
                .toList();
    }

    /// Baseline in its case with the most files, as for the recommended mode.
    private static Optional<ModeSummary> present(
            List<Sweep> sweeps, Optional<PresentChoice> present) {
        return sweeps.stream()
                .filter(sweep -> present.isEmpty() || sweep.mode() == present.get().mode())
                .findFirst()
                .flatMap(sweep -> point(sweep, present));
    }

    private static Optional<ModeSummary> point(Sweep sweep, Optional<PresentChoice> present) {
        OptionalInt concurrency =
                present.filter(choice -> choice.mode() != ModeName.SEQUENTIAL)
                        .map(PresentChoice::concurrency)
                        .orElse(OptionalInt.empty());
        return concurrency.isPresent()
                ? Optional.ofNullable(sweep.points().get(concurrency.getAsInt()))
                : Optional.of(sweep.points().firstEntry().getValue());
    }

    /// Reuses the verdict of a rival, so that each pair has one verdict.
    private static Rival baseline(
            ModeSummary recommended, ModeSummary present, List<Rival> rivals) {
        return rivals.stream()
                .filter(rival -> rival.summary().equals(present))
                .findFirst()
                .orElseGet(() -> new Rival(present, verdict(recommended, present)));
    }

    private static Verdict verdict(ModeSummary recommended, ModeSummary present) {
        return VerdictFamily.usual()
                .judge(
                        LogRatio.paired(
                                recommended.secondsPerUploadByBlock(),
                                present.secondsPerUploadByBlock()));
    }
}
