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

/// Chooses the passes for wall time against number of files: of equal fairness, each mode and
/// archive as the newest run measured it. They may be of several runs; one point is always of one
/// run alone, because blocks of different runs have nothing in common.
final class TimeSelection {
    /// What has one point in the picture.
    private record Cell(String archive, int files, ModeName mode) {
        static Cell of(PassRow row) {
            return new Cell(
                    row.setting().items().archive(),
                    row.setting().items().files(),
                    row.setting().mode());
        }
    }

    private TimeSelection() {}

    /// Selects those of equal fairness with the newest run. Where that run has several groups of
    /// equal fairness, as it varied the concurrency, the one with the most modes; of several such,
    /// the newest.
    ///
    /// @param run whose passes; empty for all
    /// @throws PlotException when nothing is left
    static PassSelection of(List<PassRow> all, Optional<String> run, Phase phase) throws PlotException {
        List<PassRow> good = PassSelection.candidates(all, run, phase);
        String newest = PassSelection.newest(good).place().runId();
        String fairness = fairness(PassSelection.filter(good, row -> PassSelection.isOf(row, newest)));
        Map<Cell, String> runs = new HashMap<>();
        good.stream()
                .filter(row -> row.contract().fairness().equals(fairness))
                .sorted(Comparator.comparing(PassSelection::startedAt))
                .forEach(row -> runs.put(Cell.of(row), row.place().runId()));
        // Passes of the other phase and failed ones are not drawn, but know the ideal too.
        List<PassRow> shown =
                PassSelection.filter(
                        all,
                        row ->
                                row.contract().fairness().equals(fairness)
                                        && row.place().runId().equals(runs.get(Cell.of(row))));
        return new PassSelection(
                PassSelection.drawable(shown),
                new OmittedData(PassSelection.filter(all, row -> row.setting().phase() == phase), shown)
                        .sentence(
                                row ->
                                        row.contract().fairness().equals(fairness)
                                                ? "that a later run made anew"
                                                : "of other concurrencies or terms"));
    }

    private static String fairness(List<PassRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.contract().fairness()))
                .entrySet()
                .stream()
                .max(
                        Comparator.comparingLong(
                                        (Map.Entry<String, List<PassRow>> group) ->
                                                modes(group.getValue()))
                                .thenComparing(
                                        group ->
                                                PassSelection.startedAt(
                                                        PassSelection.newest(group.getValue()))))
                .orElseThrow()
                .getKey();
    }

    private static long modes(List<PassRow> rows) {
        return rows.stream().map(row -> row.setting().mode()).distinct().count();
    }
}
