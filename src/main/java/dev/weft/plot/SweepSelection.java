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

/// Chooses the passes for uploads a second against concurrency: of the newest run that has several
/// concurrencies. The pool size is part of the fairness hash, so a sweep has many of them; within
/// one run all else is equal but what [Kind] names.
final class SweepSelection {
    /// What must be the same along a line.
    private record Kind(Optional<String> side, OptionalLong fileBytes, String content) {
        static Kind of(PassRow row) {
            return new Kind(
                    row.place().side(),
                    row.setting().items().fileBytes(),
                    row.setting().items().content());
        }

        /// Why a pass of the other kind cannot stand beside this one.
        String unlike(Kind other) {
            return side.equals(other.side)
                    ? "of zips with other files"
                    : "of side " + other.side.orElse("none");
        }
    }

    private SweepSelection() {}

    /// Selects the kind with the most concurrencies, then with the most modes, then the newest; of
    /// each concurrency the setting with the most files.
    ///
    /// @param run which one; empty for the newest that has several concurrencies
    /// @throws PlotException when there is none
    static PassSelection of(List<PassRow> all, Optional<String> run) throws PlotException {
        List<PassRow> good = PassSelection.candidates(all, run, Phase.WARM);
        List<PassRow> kind =
                good.stream()
                        .collect(Collectors.groupingBy(row -> row.place().runId()))
                        .values()
                        .stream()
                        .map(SweepSelection::widest)
                        .filter(rows -> concurrencies(rows) > 1)
                        .max(
                                Comparator.comparing(
                                        rows -> PassSelection.startedAt(PassSelection.newest(rows))))
                        .orElseThrow(() -> new PlotException(noSweep(good, run)));
        Kind chosen = Kind.of(kind.getFirst());
        String runId = kind.getFirst().place().runId();
        Map<Integer, BenchmarkCase> largest = new TreeMap<>();
        kind.stream()
                .map(BenchmarkCase::of)
                .sorted()
                .forEach(setting -> largest.put(setting.concurrency(), setting));
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
                                PassSelection.filter(all, row -> row.setting().phase() == Phase.WARM),
                                shown)
                        .sentence(
                                row ->
                                        Kind.of(row).equals(chosen)
                                                ? "of smaller zips"
                                                : chosen.unlike(Kind.of(row))));
    }

    private static List<PassRow> widest(List<PassRow> run) {
        return run.stream().collect(Collectors.groupingBy(Kind::of)).values().stream()
                .max(
                        Comparator.comparingLong(SweepSelection::concurrencies)
                                .thenComparingLong(SweepSelection::modes)
                                .thenComparing(rows -> PassSelection.startedAt(PassSelection.newest(rows))))
                .orElseThrow();
    }

    /// Of the concurrent modes: the sequential one has none.
    private static long concurrencies(List<PassRow> rows) {
        return rows.stream()
                .filter(row -> row.setting().mode() != ModeName.SEQUENTIAL)
                .map(row -> row.setting().concurrency())
                .distinct()
                .count();
    }

    private static long modes(List<PassRow> rows) {
        return rows.stream().map(row -> row.setting().mode()).distinct().count();
    }

    private static String noSweep(List<PassRow> good, Optional<String> run) {
        return run.map(id -> "run %s has".formatted(id))
                        .orElse(
                                "none of the %d verified warm passes is of a run that has"
                                        .formatted(good.size()))
                + (run.isPresent() ? " one concurrency only" : " several concurrencies")
                + ": measure some with `weft run --concurrency=1,4,16,64 --files=20xC`";
    }
}
