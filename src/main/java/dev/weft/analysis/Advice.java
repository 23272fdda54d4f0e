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

/// Which mode to use, at which concurrency, and what speaks for it.
///
/// Each mode stands with the smallest concurrency within 5% of its best throughput. The fastest is
/// recommended, or of those that are shown to be equal to it within 5% one that costs at least 5%
/// less CPU.
///
/// @param recommended the mode at its concurrency
/// @param rivals the other concurrent modes, each at its own, with the verdict on their time for an
///   upload against that of the recommended one, which is the first of each pair
/// @param present what is used today, where it was measured and is not what is recommended
/// @param isOfASweep whether any mode was measured at several concurrencies
/// @param isLargerTried whether the recommended mode was measured with more at once, too, and
///   gained less than 5%
public record Advice(
        ModeSummary recommended,
        List<Rival> rivals,
        Optional<Rival> present,
        boolean isOfASweep,
        boolean isLargerTried) {
    /// A mode that is not recommended.
    ///
    /// @param verdict the recommended one first
    public record Rival(ModeSummary summary, Verdict verdict) {
        /// Whether it is as good: shown to be, within the margin.
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

    /// The advice of a run; empty where no warm pass of a concurrent mode ended well.
    ///
    /// @param present what is used today: unless somebody says, the sequential mode, or the first
    ///   one that was measured
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
                                .map(choice -> against(recommended, choice, rivals)),
                        sweeps.stream().anyMatch(sweep -> sweep.points().size() > 1),
                        sweeps.stream().anyMatch(sweep -> isLargerIn(sweep, recommended))));
    }

    private static boolean isLargerIn(Sweep sweep, ModeSummary recommended) {
        return sweep.mode() == recommended.mode()
                && sweep.points().lastKey() > recommended.setting().concurrency();
    }

    /// Where time decides nothing, CPU does.
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

    /// All pairs are one family, whichever of them are looked at.
    private static List<Rival> rivals(ModeSummary first, List<ModeSummary> knees) {
        Map<ModeSummary, Map<Integer, Double>> times = new LinkedHashMap<>();
        times.put(first, first.secondsPerUploadByBlock());
        knees.forEach(knee -> times.put(knee, knee.secondsPerUploadByBlock()));
        return Comparison.ofEveryPair(times, VerdictFamily.usual()).stream()
                .filter(pair -> pair.first().equals(first))
                .map(pair -> new Rival(pair.second(), pair.verdict()))
                .toList();
    }

    /// With the most files that it was measured with, as what is recommended.
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

    /// One pair has one verdict: a rival's is the family's.
    private static Rival against(ModeSummary recommended, ModeSummary present, List<Rival> rivals) {
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
