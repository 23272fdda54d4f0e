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

/// What changed between two results, for each mode in each setting that both have; warm where both
/// have warm passes, otherwise cold.
///
/// @param cells in the order of tables; all are one family, so that many of them do not make a
///   change out of chance
/// @param unit what one value of a side is
/// @param lost what only the first result can show
public record RunComparison(List<CaseComparison> cells, Unit unit, List<Lost> lost) {
    /// The names of the variants, in results.
    public static final String BEFORE = "before";

    public static final String AFTER = "after";

    /// Runs on each side from which on the run is the unit.
    static final int ENOUGH_RUNS = 5;

    /// What one value of a side is.
    public enum Unit {
        /// A JVM of one of few runs: what differs from run to run does not show in the intervals.
        JVM,
        /// A whole run.
        RUN,
        /// A block of an experiment in which both sides took turns.
        BLOCK
    }

    private record Cell(BenchmarkCase setting, ModeName mode) {}

    private record Sides(Estimate before, Estimate after, LogRatio contrast) {}

    /// A mode in a setting of which the first result has verified passes, and the second one has
    /// none that could be held against them.
    ///
    /// @param attempted whether the second result has passes of it, of which none was verified
    public record Lost(BenchmarkCase setting, ModeName mode, boolean attempted) {}

    public RunComparison {
        cells = List.copyOf(cells);
        lost = List.copyOf(lost);
    }

    /// Compares results that were measured one after the other.
    ///
    /// @param before rows of one or several runs
    /// @param after rows of one or several others
    public static RunComparison apart(List<PassRow> before, List<PassRow> after) {
        boolean runs = runs(before) >= ENOUGH_RUNS && runs(after) >= ENOUGH_RUNS;
        return of(
                before,
                after,
                runs ? Unit.RUN : Unit.JVM,
                (one, other, phase) -> {
                    double[] old = values(one, phase, runs);
                    double[] now = values(other, phase, runs);
                    return new Sides(mean(old), mean(now), LogRatio.independent(now, old));
                });
    }

    /// Compares the two sides of one experiment in which they took turns. Where each has one
    /// concurrency, or one mode, these may be what differs.
    public static RunComparison interleaved(List<PassRow> before, List<PassRow> after) {
        return of(
                before,
                after,
                Unit.BLOCK,
                (one, other, phase) -> {
                    Map<Integer, Double> old = one.getFirst().wallSecondsByBlock(phase);
                    Map<Integer, Double> now = other.getFirst().wallSecondsByBlock(phase);
                    return new Sides(
                            mean(array(old.values())),
                            mean(array(now.values())),
                            LogRatio.paired(now, old));
                });
    }

    /// What a mode in a setting is called, such as `virtual with 500 files, 64 at once`: of two
    /// that are in here no two are called the same.
    public String name(ModeName mode, BenchmarkCase setting) {
        return "%s with %s".formatted(mode.label(), setting.among(settings()));
    }

    /// The settings of all that is in here.
    public List<BenchmarkCase> settings() {
        return Stream.concat(
                        cells.stream().map(CaseComparison::setting),
                        lost.stream().map(Lost::setting))
                .distinct()
                .toList();
    }

    /// What two results give for a cell: each a list of summaries, one a run.
    private interface Reduction {
        Sides of(List<ModeSummary> before, List<ModeSummary> after, Phase phase);
    }

    private static RunComparison of(
            List<PassRow> before, List<PassRow> after, Unit unit, Reduction reduction) {
        Map<Cell, List<ModeSummary>> first = cells(before);
        Map<Cell, List<ModeSummary>> second =
                unit == Unit.BLOCK ? aligned(cells(after), first.keySet()) : cells(after);
        Map<Cell, Sides> sides = new LinkedHashMap<>();
        List<Lost> lost = new ArrayList<>();
        first.forEach(
                (cell, summaries) -> {
                    List<ModeSummary> others = second.getOrDefault(cell, List.of());
                    Optional<Phase> phase = phase(summaries, others);
                    if (phase.isPresent()) {
                        sides.put(cell, reduction.of(summaries, others, phase.get()));
                    } else if (isVerified(summaries)) {
                        lost.add(
                                new Lost(
                                        cell.setting(),
                                        cell.mode(),
                                        !others.isEmpty() && !isVerified(others)));
                    }
                });
        Iterator<Verdict> verdicts =
                VerdictFamily.usual()
                        .judge(sides.values().stream().map(Sides::contrast).toList())
                        .iterator();
        List<CaseComparison> cells = new ArrayList<>();
        sides.forEach(
                (cell, of) ->
                        cells.add(
                                new CaseComparison(
                                        cell.setting(),
                                        cell.mode(),
                                        of.before(),
                                        of.after(),
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

    /// Under the concurrency and the mode of the other side, where each side has only one.
    private static Map<Cell, List<ModeSummary>> aligned(
            Map<Cell, List<ModeSummary>> after, Set<Cell> before) {
        Optional<Integer> concurrency = only(before, cell -> cell.setting().concurrency());
        Optional<ModeName> mode = only(before, Cell::mode);
        boolean oneConcurrency =
                only(after.keySet(), cell -> cell.setting().concurrency()).isPresent();
        boolean oneMode = only(after.keySet(), Cell::mode).isPresent();
        Map<Cell, List<ModeSummary>> aligned = new LinkedHashMap<>();
        after.forEach(
                (cell, summaries) ->
                        aligned.put(
                                new Cell(
                                        new BenchmarkCase(
                                                cell.setting().archive(),
                                                cell.setting().files(),
                                                concurrency
                                                        .filter(_ -> oneConcurrency)
                                                        .orElse(cell.setting().concurrency())),
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

    private static double[] values(List<ModeSummary> summaries, Phase phase, boolean runs) {
        return summaries.stream()
                .flatMapToDouble(
                        summary ->
                                runs
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
