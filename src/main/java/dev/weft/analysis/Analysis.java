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

/// What the rows of one run mean.
///
/// @param summaries by setting and mode
public record Analysis(List<ModeSummary> summaries) {
    public Analysis {
        summaries = List.copyOf(summaries);
    }

    /// Sorts rows out.
    ///
    /// @param rows of one run, in the order in which they were made
    public static Analysis of(List<PassRow> rows) {
        SortedMap<BenchmarkCase, SortedMap<ModeName, List<PassRow>>> cells = new TreeMap<>();
        for (PassRow row : rows) {
            cells.computeIfAbsent(BenchmarkCase.of(row), _ -> new TreeMap<>())
                    .computeIfAbsent(row.setting().mode(), _ -> new ArrayList<>())
                    .add(row);
        }
        List<ModeSummary> summaries = new ArrayList<>();
        cells.forEach(
                (setting, modes) -> {
                    Optional<Ideal> ideal = newest(modes.values());
                    modes.forEach(
                            (mode, of) -> summaries.add(new ModeSummary(setting, mode, ideal, of)));
                });
        return new Analysis(summaries);
    }

    /// The last row knows most of what an upload costs.
    private static Optional<Ideal> newest(Collection<List<PassRow>> modes) {
        return modes.stream()
                .flatMap(List::stream)
                .filter(row -> row.reference().ideal().isPresent())
                .max(Comparator.comparing(row -> row.place().startedAt()))
                .flatMap(row -> row.reference().ideal());
    }

    /// Every setting that was measured, in order.
    public List<BenchmarkCase> settings() {
        return summaries.stream().map(ModeSummary::setting).distinct().toList();
    }

    /// The modes in a setting, in the order of [ModeName].
    public List<ModeSummary> in(BenchmarkCase setting) {
        return summaries.stream().filter(one -> one.setting().equals(setting)).toList();
    }

    /// How many times as fast a mode is as the sequential one with the same zip, when warm.
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

    /// The verdicts on each pair of concurrent modes in a setting, when warm. The sequential mode
    /// is far away and stands outside: it would only cost the others certainty.
    public List<Comparison<ModeName>> verdicts(BenchmarkCase setting) {
        Map<ModeName, Map<Integer, Double>> walls = new LinkedHashMap<>();
        in(setting).stream()
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
