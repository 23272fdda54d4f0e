package dev.weft.analysis;

import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import dev.weft.stats.Estimate;
import dev.weft.stats.GeometricMean;
import dev.weft.stats.LogRatio;
import dev.weft.stats.Verdict;
import dev.weft.stats.VerdictFamily;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares two results for each mode in each case that both have. Compares warm passes if both
/// have some, otherwise cold passes.
///
/// @param cells comparisons in the order of tables; they form one family of verdicts, which limits
///   false positives
/// @param unit the unit of which each value of a sample is measured
/// @param lost modes and cases of which only the first result has usable passes
public record RunComparison(List<CaseComparison> cells, Unit unit, List<Lost> lost) {
    /// Name of the first variant in results.
    public static final String BEFORE = "before";

    /// Name of the second variant in results.
    public static final String AFTER = "after";

    /// Number of runs in each result from which on the unit is the run.
    static final int ENOUGH_RUNS = 5;

    /// The unit of which each value of a sample is measured.
    public enum Unit {
        /// A JVM, for few runs. The intervals leave out the variance between runs.
        JVM,
        /// A run.
        RUN,
        /// A block of a run in which both variants took turns.
        BLOCK
    }

    private record Cell(BenchmarkCase benchmarkCase, ModeName mode) {}

    private record Contrast(Estimate before, Estimate after, LogRatio logRatio) {}

    /// A mode in a case with successful passes in the first result, and none to compare them with
    /// in the second.
    ///
    /// @param attempted whether the second result has passes of it, none of them successful
    public record Lost(BenchmarkCase setting, ModeName mode, boolean attempted) {}

    public RunComparison {
        cells = List.copyOf(cells);
        lost = List.copyOf(lost);
    }

    /// Compares two results of separate runs.
    ///
    /// @param before rows of one or more runs
    /// @param after rows of one or more other runs
    public static RunComparison apart(List<PassRow> before, List<PassRow> after) {
        boolean byRun = runs(before) >= ENOUGH_RUNS && runs(after) >= ENOUGH_RUNS;
        return of(
                before,
                after,
                byRun ? Unit.RUN : Unit.JVM,
                (one, other, phase) -> {
                    double[] beforeTimes = values(one, phase, byRun);
                    double[] afterTimes = values(other, phase, byRun);
                    return new Contrast(
                            mean(beforeTimes),
                            mean(afterTimes),
                            LogRatio.independent(afterTimes, beforeTimes));
                });
    }

    /// Compares two variants that took turns in one run. The variants may differ in concurrency or
    /// mode, if each has only one.
    public static RunComparison interleaved(List<PassRow> before, List<PassRow> after) {
        return of(
                before,
                after,
                Unit.BLOCK,
                (one, other, phase) -> {
                    Map<Integer, Double> beforeTimes = one.getFirst().wallSecondsByBlock(phase);
                    Map<Integer, Double> afterTimes = other.getFirst().wallSecondsByBlock(phase);
                    return new Contrast(
                            mean(array(beforeTimes.values())),
                            mean(array(afterTimes.values())),
                            LogRatio.paired(afterTimes, beforeTimes));
                });
    }

    /// Name of a mode in a case, such as `virtual with 500 files, 64 at once`. Unique within this
    /// comparison.
    public String name(ModeName mode, BenchmarkCase benchmarkCase) {
        return "%s with %s".formatted(mode.label(), benchmarkCase.among(settings()));
    }

    /// Cases of all comparisons and lost modes.
    public List<BenchmarkCase> settings() {
        return Stream.concat(
                        cells.stream().map(CaseComparison::setting),
                        lost.stream().map(Lost::setting))
                .distinct()
                .toList();
    }

    /// Reduces two results for a cell to a contrast. Each list has one summary per run.
    private interface Reduction {
        Contrast of(List<ModeSummary> before, List<ModeSummary> after, Phase phase);
    }

    private static RunComparison of(
            List<PassRow> before, List<PassRow> after, Unit unit, Reduction reduction) {
        Map<Cell, List<ModeSummary>> first = cells(before);
        Map<Cell, List<ModeSummary>> second =
                unit == Unit.BLOCK ? aligned(cells(after), first.keySet()) : cells(after);
        Map<Cell, Contrast> contrasts = new LinkedHashMap<>();
        List<Lost> lost = new ArrayList<>();
        first.forEach(
                (cell, summaries) -> {
                    List<ModeSummary> others = second.getOrDefault(cell, List.of());
                    Optional<Phase> phase = phase(summaries, others);
                    if (phase.isPresent()) {
                        contrasts.put(cell, reduction.of(summaries, others, phase.get()));
                    } else if (isVerified(summaries)) {
                        lost.add(
                                new Lost(
                                        cell.benchmarkCase(),
                                        cell.mode(),
                                        !others.isEmpty() && !isVerified(others)));
                    }
                });
        Iterator<Verdict> verdicts =
                VerdictFamily.usual()
                        .judge(contrasts.values().stream().map(Contrast::logRatio).toList())
                        .iterator();
        List<CaseComparison> cells = new ArrayList<>();
        contrasts.forEach(
                (cell, contrast) ->
                        cells.add(
                                new CaseComparison(
                                        cell.benchmarkCase(),
                                        cell.mode(),
                                        contrast.before(),
                                        contrast.after(),
                                        verdicts.next())));
        return new RunComparison(cells, unit, lost);
    }

    private static Map<Cell, List<ModeSummary>> cells(List<PassRow> rows) {
        SortedMap<String, List<PassRow>> runs =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> row.place().runId(),
                                        TreeMap::new,
                                        Collectors.toList()));
        Map<Cell, List<ModeSummary>> cells = new LinkedHashMap<>();
        runs.values().stream()
                .flatMap(run -> Analysis.of(run).summaries().stream())
                .forEach(
                        summary ->
                                cells.computeIfAbsent(
                                                new Cell(summary.setting(), summary.mode()),
                                                _ -> new ArrayList<>())
                                        .add(summary));
        return cells;
    }

    /// Gives the cells the concurrency of `before` if both variants have only one each. Does the
    /// same with the mode.
    private static Map<Cell, List<ModeSummary>> aligned(
            Map<Cell, List<ModeSummary>> after, Set<Cell> before) {
        Optional<Integer> concurrency = only(before, cell -> cell.benchmarkCase().concurrency());
        Optional<ModeName> mode = only(before, Cell::mode);
        boolean oneConcurrency =
                only(after.keySet(), cell -> cell.benchmarkCase().concurrency()).isPresent();
        boolean oneMode = only(after.keySet(), Cell::mode).isPresent();
        Map<Cell, List<ModeSummary>> aligned = new LinkedHashMap<>();
        after.forEach(
                (cell, summaries) ->
                        aligned.put(
                                new Cell(
                                        new BenchmarkCase(
                                                cell.benchmarkCase().archive(),
                                                cell.benchmarkCase().files(),
                                                concurrency
                                                        .filter(_ -> oneConcurrency)
                                                        .orElse(
                                                                cell.benchmarkCase()
                                                                        .concurrency())),
                                        mode.filter(_ -> oneMode).orElse(cell.mode())),
                                summaries));
        return aligned;
    }

    private static <T> Optional<T> only(Set<Cell> cells, Function<Cell, T> property) {
        List<T> values = cells.stream().map(property).distinct().toList();
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    private static Optional<Phase> phase(List<ModeSummary> before, List<ModeSummary> after) {
        return Stream.of(Phase.WARM, Phase.COLD)
                .filter(phase -> has(before, phase) && has(after, phase))
                .findFirst();
    }

    private static boolean isVerified(List<ModeSummary> summaries) {
        return has(summaries, Phase.WARM) || has(summaries, Phase.COLD);
    }

    private static boolean has(List<ModeSummary> summaries, Phase phase) {
        return summaries.stream().anyMatch(summary -> summary.wallSeconds(phase).isPresent());
    }

    private static double[] values(List<ModeSummary> summaries, Phase phase, boolean byRun) {
        return summaries.stream()
                .flatMapToDouble(
                        summary ->
                                byRun
                                        ? summary.wallSeconds(phase).stream()
                                                .mapToDouble(Estimate::value)
                                        : summary.wallSecondsByBlock(phase).values().stream()
                                                .mapToDouble(Double::doubleValue))
                .toArray();
    }

    private static double[] array(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Estimate mean(double[] values) {
        return GeometricMean.of(values).orElseThrow();
    }

    private static int runs(List<PassRow> rows) {
        return (int) rows.stream().map(row -> row.place().runId()).distinct().count();
    }
}
