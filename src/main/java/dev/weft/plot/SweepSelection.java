package dev.weft.plot;

import dev.weft.analysis.BenchmarkCase;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// Selects the passes for uploads per second against concurrency: those of the newest run that has
/// several concurrencies.
///
/// The fairness hash includes the pool size, so it varies within a sweep. Within one run, only the
/// properties in [Kind] differ beside it.
final class SweepSelection {
    /// Properties that are equal along a line.
    private record Kind(
            String runId, Optional<String> variant, OptionalLong fileBytes, String content) {
        static Kind of(PassRow row) {
            return new Kind(
                    row.place().runId(),
                    row.place().side(),
                    row.setting().items().fileBytes(),
                    row.setting().items().content());
        }
    }

    private SweepSelection() {}

    /// Selects the kind with the most concurrencies, then with the most modes, then the newest.
    /// Selects the case with the most files for each concurrency.
    ///
    /// @param run id of the run; empty for the newest run that has several concurrencies
    /// @throws PlotException if there is none
    static PassSelection of(List<PassRow> all, Optional<String> run) throws PlotException {
        List<PassRow> goodRows = PassSelection.goodPasses(all, run, Phase.WARM);
        List<PassRow> sweep =
                goodRows.stream()
                        .collect(Collectors.groupingBy(PassSelection::runId))
                        .values()
                        .stream()
                        .map(SweepSelection::widest)
                        .filter(rows -> concurrencyCount(rows) > 1)
                        .max(Comparator.comparing(PassSelection::lastStart))
                        .orElseThrow(() -> new PlotException(noSweep(goodRows, run)));
        Kind chosen = Kind.of(sweep.getFirst());
        Map<Integer, BenchmarkCase> largest = new HashMap<>();
        sweep.stream()
                .map(BenchmarkCase::of)
                .sorted()
                .forEach(benchmarkCase -> largest.put(benchmarkCase.concurrency(), benchmarkCase));
        return PassSelection.of(
                all,
                Phase.WARM,
                row -> Kind.of(row).equals(chosen) && largest.containsValue(BenchmarkCase.of(row)),
                row -> reason(Kind.of(row), chosen));
    }

    private static String reason(Kind omitted, Kind chosen) {
        if (!omitted.variant.equals(chosen.variant)) {
            return "of side " + omitted.variant.orElse("none");
        }
        return omitted.equals(chosen) ? "of smaller zips" : "of zips with other files";
    }

    private static List<PassRow> widest(List<PassRow> run) {
        return run.stream().collect(Collectors.groupingBy(Kind::of)).values().stream()
                .max(
                        Comparator.comparingLong(SweepSelection::concurrencyCount)
                                .thenComparingLong(SweepSelection::modeCount)
                                .thenComparing(PassSelection::lastStart))
                .orElseThrow();
    }

    /// Counts the concurrencies of the concurrent modes.
    private static long concurrencyCount(List<PassRow> rows) {
        return PassSelection.distinctCount(
                PassSelection.filter(rows, row -> row.setting().mode() != ModeName.SEQUENTIAL),
                row -> row.setting().concurrency());
    }

    private static long modeCount(List<PassRow> rows) {
        return PassSelection.distinctCount(rows, row -> row.setting().mode());
    }

    private static String noSweep(List<PassRow> goodRows, Optional<String> run) {
        String finding =
                run.isPresent()
                        ? "run %s has one concurrency only".formatted(run.get())
                        : "none of the %d verified warm passes is of a run that has several concurrencies"
                                .formatted(goodRows.size());
        return finding + ": measure some with `weft run --concurrency=1,4,16,64 --files=20xC`";
    }
}
