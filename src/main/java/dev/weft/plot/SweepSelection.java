package dev.weft.plot;

import dev.weft.analysis.BenchmarkCase;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Selects the passes for uploads per second against concurrency: those of the newest run that has
/// several concurrencies.
///
/// The fairness hash includes the pool size, so it varies within a sweep. Within one run, only the
/// properties in [Kind] differ beside it.
final class SweepSelection {
    /// Properties that are equal along a line.
    private record Kind(Optional<String> variant, OptionalLong fileBytes, String content) {
        static Kind of(PassRow row) {
            return new Kind(
                    row.place().variant(),
                    row.setting().items().fileBytes(),
                    row.setting().items().content());
        }

        /// Returns why a pass of another kind is left out.
        String differenceFrom(Kind other) {
            return variant.equals(other.variant)
                    ? "of zips with other files"
                    : "of side " + other.variant.orElse("none");
        }
    }

    private SweepSelection() {}

    /// Selects the kind with the most concurrencies, then with the most modes, then the newest.
    /// Selects the case with the most files for each concurrency.
    ///
    /// @param run id of the run; empty for the newest run that has several concurrencies
    /// @throws PlotException if there is none
    static PassSelection of(List<PassRow> all, Optional<String> run) throws PlotException {
        List<PassRow> goodRows = PassSelection.candidates(all, run, Phase.WARM);
        List<PassRow> kind =
                goodRows.stream()
                        .collect(Collectors.groupingBy(row -> row.place().runId()))
                        .values()
                        .stream()
                        .map(SweepSelection::widest)
                        .filter(rows -> concurrencyCount(rows) > 1)
                        .max(
                                Comparator.comparing(
                                        rows ->
                                                PassSelection.startedAt(
                                                        PassSelection.newest(rows))))
                        .orElseThrow(() -> new PlotException(noSweep(goodRows, run)));
        Kind chosen = Kind.of(kind.getFirst());
        String runId = kind.getFirst().place().runId();
        Map<Integer, BenchmarkCase> largest = new TreeMap<>();
        kind.stream()
                .map(BenchmarkCase::of)
                .sorted()
                .forEach(benchmarkCase -> largest.put(benchmarkCase.concurrency(), benchmarkCase));
        List<PassRow> shown =
                PassSelection.filter(
                        all,
                        row ->
                                PassSelection.isOf(row, runId)
                                        && Kind.of(row).equals(chosen)
                                        && largest.containsValue(BenchmarkCase.of(row)));
        return new PassSelection(
                PassSelection.drawable(shown),
                new OmittedData(
                                PassSelection.filter(
                                        all, row -> row.setting().phase() == Phase.WARM),
                                shown)
                        .sentence(
                                row ->
                                        Kind.of(row).equals(chosen)
                                                ? "of smaller zips"
                                                : chosen.differenceFrom(Kind.of(row))));
    }

    private static List<PassRow> widest(List<PassRow> run) {
        return run.stream().collect(Collectors.groupingBy(Kind::of)).values().stream()
                .max(
                        Comparator.comparingLong(SweepSelection::concurrencyCount)
                                .thenComparingLong(SweepSelection::modeCount)
                                .thenComparing(
                                        rows ->
                                                PassSelection.startedAt(
                                                        PassSelection.newest(rows))))
                .orElseThrow();
    }

    /// Counts the concurrencies of the concurrent modes.
    private static long concurrencyCount(List<PassRow> rows) {
        return rows.stream()
                .filter(row -> row.setting().mode() != ModeName.SEQUENTIAL)
                .map(row -> row.setting().concurrency())
                .distinct()
                .count();
    }

    private static long modeCount(List<PassRow> rows) {
        return rows.stream().map(row -> row.setting().mode()).distinct().count();
    }

    private static String noSweep(List<PassRow> goodRows, Optional<String> run) {
        return run.map(id -> "run %s has".formatted(id))
                        .orElse(
                                "none of the %d verified warm passes is of a run that has"
                                        .formatted(goodRows.size()))
                + (run.isPresent() ? " one concurrency only" : " several concurrencies")
                + ": measure some with `weft run --concurrency=1,4,16,64 --files=20xC`";
    }
}
