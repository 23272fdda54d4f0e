package dev.weft.analysis;

import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.plan.VerifyLevel;
import dev.weft.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Finds the conditions of a run that may distort its results.
public record Warnings(Analysis analysis) {
    /// Largest distance from an estimate to the upper end of its interval, as a share, without a
    /// warning.
    private static final double MAXIMUM_REACH = 0.10;

    /// Largest efficiency that limited precision can explain.
    static final double BEATEN = 1.05;

    /// Files per unit of concurrency below which the end of a pass dominates its time.
    private static final long MINIMUM_FILES = 4;

    /// All warnings, in the order of cases.
    public List<ResultWarning> all() {
        List<ResultWarning> warnings = new ArrayList<>();
        unverified().ifPresent(warnings::add);
        tooFewRepetitions().ifPresent(warnings::add);
        for (BenchmarkCase benchmarkCase : analysis.settings()) {
            for (ModeSummary summary : analysis.in(benchmarkCase)) {
                if (summary.mode() != ModeName.SEQUENTIAL) {
                    wideInterval(summary).ifPresent(warnings::add);
                    drift(summary).ifPresent(warnings::add);
                    unsteady(summary).ifPresent(warnings::add);
                    serverSaturated(summary).ifPresent(warnings::add);
                }
                betterThanIdeal(summary).ifPresent(warnings::add);
                throttled(summary).ifPresent(warnings::add);
            }
            fewFiles(benchmarkCase).ifPresent(warnings::add);
        }
        return warnings;
    }

    private Optional<ResultWarning> unverified() {
        long passes =
                analysis.summaries().stream()
                        .flatMap(
                                summary -> Stream.of(Phase.COLD, Phase.WARM).flatMap(summary::good))
                        .filter(row -> row.ending().verify() == VerifyLevel.NONE)
                        .count();
        return passes == 0
                ? Optional.empty()
                : Optional.of(new ResultWarning.Unverified(Math.toIntExact(passes)));
    }

    private Optional<ResultWarning> tooFewRepetitions() {
        return analysis.summaries().stream()
                .filter(summary -> summary.mode() != ModeName.SEQUENTIAL)
                .map(Warnings::blocks)
                .filter(blocks -> blocks > 0)
                .max(Integer::compare)
                .filter(blocks -> blocks < 2)
                .map(ResultWarning.TooFewRepetitions::new);
    }

    private static int blocks(ModeSummary summary) {
        return Math.max(
                summary.wallSecondsByBlock(Phase.WARM).size(),
                summary.wallSecondsByBlock(Phase.COLD).size());
    }

    private static Optional<ResultWarning> wideInterval(ModeSummary summary) {
        return summary.wallSeconds(Phase.WARM)
                .flatMap(Warnings::reach)
                .filter(reach -> reach > MAXIMUM_REACH)
                .map(
                        reach ->
                                new ResultWarning.WideInterval(
                                        summary.setting(), summary.mode(), reach, blocks(summary)));
    }

    private static Optional<Double> reach(Estimate wall) {
        return wall.interval().map(interval -> interval.high() / wall.value() - 1);
    }

    private static Optional<ResultWarning> drift(ModeSummary summary) {
        return new PassDrift(summary)
                .beyondNoise()
                .map(change -> new ResultWarning.Drift(summary.setting(), summary.mode(), change));
    }

    private static Optional<ResultWarning> unsteady(ModeSummary summary) {
        return Optional.of(summary.steadiness())
                .filter(steadiness -> !steadiness.reasons().isEmpty())
                .map(
                        steadiness ->
                                new ResultWarning.Unsteady(
                                        summary.setting(), summary.mode(), steadiness));
    }

    private static Optional<ResultWarning> serverSaturated(ModeSummary summary) {
        return summary.good(Phase.WARM)
                .flatMap(row -> CoreUtilization.of(row).stream())
                .reduce(CoreUtilization::plus)
                .map(sum -> sum.dividedBy(summary.good(Phase.WARM).count()))
                .filter(CoreUtilization::isOfTheServer)
                .map(
                        busy ->
                                new ResultWarning.ServerSaturated(
                                        summary.setting(),
                                        summary.mode(),
                                        busy.server(),
                                        busy.client()));
    }

    private static Optional<ResultWarning> throttled(ModeSummary summary) {
        return summary.throttled() == 0
                ? Optional.empty()
                : Optional.of(
                        new ResultWarning.Throttled(
                                summary.setting(),
                                summary.mode(),
                                summary.throttled(),
                                summary.ended()));
    }

    private static Optional<ResultWarning> betterThanIdeal(ModeSummary summary) {
        OptionalDouble efficiency = summary.efficiency(Phase.WARM);
        return efficiency.isPresent() && efficiency.getAsDouble() > BEATEN
                ? Optional.of(
                        new ResultWarning.BetterThanIdeal(
                                summary.setting(), summary.mode(), efficiency.getAsDouble()))
                : Optional.empty();
    }

    /// Requires more files for a sweep, because start and end of a pass distort throughputs most.
    private Optional<ResultWarning> fewFiles(BenchmarkCase benchmarkCase) {
        boolean sweep =
                analysis.settings().stream().map(BenchmarkCase::concurrency).distinct().count() > 1;
        long minimum = sweep ? ResultWarning.FewFiles.ENOUGH : MINIMUM_FILES;
        return isConcurrent(benchmarkCase)
                        && benchmarkCase.files() < minimum * benchmarkCase.concurrency()
                ? Optional.of(new ResultWarning.FewFiles(benchmarkCase))
                : Optional.empty();
    }

    private boolean isConcurrent(BenchmarkCase benchmarkCase) {
        return analysis.in(benchmarkCase).stream()
                .anyMatch(summary -> summary.mode() != ModeName.SEQUENTIAL);
    }
}
