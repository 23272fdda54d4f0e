package dev.weft.analysis;

import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.Ideal;
import dev.weft.record.PassRow;
import dev.weft.stats.Comparison;
import dev.weft.stats.Estimate;
import dev.weft.stats.VerdictFamily;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/// Summarizes the rows of one run by case and mode.
///
/// @param summaries in the order of cases and modes
public record Analysis(List<ModeSummary> summaries) {
    public Analysis {
        summaries = List.copyOf(summaries);
    }

    /// Groups rows by case and mode.
    ///
    /// @param rows rows of one run, in the order of measurement
    public static Analysis of(List<PassRow> rows) {
        SortedMap<BenchmarkCase, SortedMap<ModeName, List<PassRow>>> cases = new TreeMap<>();
        for (PassRow row : rows) {
            cases.computeIfAbsent(BenchmarkCase.of(row), _ -> new TreeMap<>())
                    .computeIfAbsent(row.setting().mode(), _ -> new ArrayList<>())
                    .add(row);
        }
        List<ModeSummary> summaries = new ArrayList<>();
        cases.forEach(
                (benchmarkCase, modes) -> {
                    Optional<Ideal> ideal = latestIdeal(modes.values());
                    modes.forEach(
                            (mode, passes) ->
                                    summaries.add(
                                            new ModeSummary(benchmarkCase, mode, ideal, passes)));
                });
        return new Analysis(summaries);
    }

    /// Ideal of the latest pass, which includes the most measurements of CPU per upload.
    private static Optional<Ideal> latestIdeal(Collection<List<PassRow>> modes) {
        return modes.stream()
                .flatMap(List::stream)
                .filter(row -> row.reference().ideal().isPresent())
                .max(Comparator.comparing(row -> row.place().startedAt()))
                .flatMap(row -> row.reference().ideal());
    }

    /// Measured cases, in order.
    public List<BenchmarkCase> settings() {
        return summaries.stream().map(ModeSummary::setting).distinct().toList();
    }

    /// Summaries of the modes in a case, in the order of [ModeName].
    public List<ModeSummary> in(BenchmarkCase benchmarkCase) {
        return summaries.stream().filter(one -> one.setting().equals(benchmarkCase)).toList();
    }

    /// Speedup when warm: wall time of the sequential mode with the same zip, divided by that of
    /// the mode.
    public OptionalDouble speedUp(ModeSummary summary) {
        Optional<Double> own = summary.wallSeconds(Phase.WARM).map(Estimate::value);
        Optional<Double> sequential =
                summaries.stream()
                        .filter(one -> one.mode() == ModeName.SEQUENTIAL)
                        .filter(one -> isSameWork(one.setting(), summary.setting()))
                        .flatMap(one -> one.wallSeconds(Phase.WARM).stream())
                        .map(Estimate::value)
                        .findFirst();
        return own.isPresent() && sequential.isPresent()
                ? OptionalDouble.of(sequential.get() / own.get())
                : OptionalDouble.empty();
    }

    private static boolean isSameWork(BenchmarkCase one, BenchmarkCase other) {
        return one.files() == other.files() && one.archive().equals(other.archive());
    }

    /// Compares each pair of concurrent modes in a case by warm wall time. Leaves out the
    /// sequential mode: its pairs are clear anyway, and would make the other verdicts less certain.
    public List<Comparison<ModeName>> verdicts(BenchmarkCase benchmarkCase) {
        Map<ModeName, Map<Integer, Double>> walls = new LinkedHashMap<>();
        in(benchmarkCase).stream()
                .filter(summary -> summary.mode() != ModeName.SEQUENTIAL)
                .forEach(
                        summary -> {
                            SortedMap<Integer, Double> blocks =
                                    summary.wallSecondsByBlock(Phase.WARM);
                            if (!blocks.isEmpty()) {
                                walls.put(summary.mode(), blocks);
                            }
                        });
        return Comparison.ofEveryPair(walls, VerdictFamily.usual());
    }
}
