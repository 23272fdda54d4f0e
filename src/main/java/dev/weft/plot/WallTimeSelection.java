package dev.weft.plot;

import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Selects the passes for wall time against number of files: those of equal fairness, each mode and
/// zip from its newest run.
///
/// The passes may come from several runs. Each point comes from a single run, as blocks of
/// different runs are unrelated.
final class WallTimeSelection {
    /// Key of one point in the picture.
    private record Cell(String archive, int files, ModeName mode) {
        static Cell of(PassRow row) {
            return new Cell(
                    row.setting().items().archive(),
                    row.setting().items().files(),
                    row.setting().mode());
        }
    }

    private WallTimeSelection() {}

    /// Selects passes of equal fairness with the newest run. A run with several concurrencies has
    /// several fairness hashes: the one with the most modes counts, then the newest.
    ///
    /// @param run id of the run; empty for all runs
    /// @throws PlotException if nothing is left
    static PassSelection of(List<PassRow> all, Optional<String> run, Phase phase)
            throws PlotException {
        List<PassRow> goodRows = PassSelection.goodPasses(all, run, phase);
        String fairness = fairness(PassSelection.newestRuns(goodRows).getFirst());
        Map<Cell, String> runs = new HashMap<>();
        goodRows.stream()
                .filter(row -> row.contract().fairness().equals(fairness))
                .sorted(Comparator.comparing(row -> row.place().startedAt()))
                .forEach(row -> runs.put(Cell.of(row), PassSelection.runId(row)));
        // The analysis also needs failed passes and those of the other phase: they have the ideal.
        return PassSelection.of(
                all,
                phase,
                row ->
                        row.contract().fairness().equals(fairness)
                                && PassSelection.runId(row).equals(runs.get(Cell.of(row))),
                row ->
                        row.contract().fairness().equals(fairness)
                                ? "that a later run made anew"
                                : "of other concurrencies or terms");
    }

    private static String fairness(List<PassRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.contract().fairness()))
                .values()
                .stream()
                .max(
                        Comparator.comparingLong(WallTimeSelection::modeCount)
                                .thenComparing(PassSelection::lastStart))
                .orElseThrow()
                .getFirst()
                .contract()
                .fairness();
    }

    private static long modeCount(List<PassRow> rows) {
        return PassSelection.distinctCount(rows, row -> row.setting().mode());
    }
}
