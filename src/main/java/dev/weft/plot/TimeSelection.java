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
final class TimeSelection {
    /// Key of one point in the picture.
    private record Cell(String archive, int files, ModeName mode) {
        static Cell of(PassRow row) {
            return new Cell(
                    row.setting().items().archive(),
                    row.setting().items().files(),
                    row.setting().mode());
        }
    }

    private TimeSelection() {}

    /// Selects passes of equal fairness with the newest run. A run with several concurrencies has
    /// several fairness hashes: the one with the most modes counts, then the newest.
    ///
    /// @param run id of the run; empty for all runs
    /// @throws PlotException if nothing is left
    static PassSelection of(List<PassRow> all, Optional<String> run, Phase phase)
            throws PlotException {
        List<PassRow> goodRows = PassSelection.candidates(all, run, phase);
        String newest = PassSelection.newest(goodRows).place().runId();
        String fairnessHash =
                fairnessHash(
                        PassSelection.filter(goodRows, row -> PassSelection.isOf(row, newest)));
        Map<Cell, String> runs = new HashMap<>();
        goodRows.stream()
                .filter(row -> row.contract().fairness().equals(fairnessHash))
                .sorted(Comparator.comparing(PassSelection::startedAt))
                .forEach(row -> runs.put(Cell.of(row), row.place().runId()));
        // The analysis also needs failed passes and those of the other phase: they have the ideal.
        List<PassRow> shown =
                PassSelection.filter(
                        all,
                        row ->
                                row.contract().fairness().equals(fairnessHash)
                                        && row.place().runId().equals(runs.get(Cell.of(row))));
        return new PassSelection(
                PassSelection.drawable(shown),
                new OmittedData(
                                PassSelection.filter(all, row -> row.setting().phase() == phase),
                                shown)
                        .sentence(
                                row ->
                                        row.contract().fairness().equals(fairnessHash)
                                                ? "that a later run made anew"
                                                : "of other concurrencies or terms"));
    }

    private static String fairnessHash(List<PassRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.contract().fairness()))
                .entrySet()
                .stream()
                .max(
                        Comparator.comparingLong(
                                        (Map.Entry<String, List<PassRow>> group) ->
                                                modeCount(group.getValue()))
                                .thenComparing(
                                        group ->
                                                PassSelection.startedAt(
                                                        PassSelection.newest(group.getValue()))))
                .orElseThrow()
                .getKey();
    }

    private static long modeCount(List<PassRow> rows) {
        return rows.stream().map(row -> row.setting().mode()).distinct().count();
    }
}
