package dev.weft.plot;

import dev.weft.analysis.BenchmarkCase;
import dev.weft.analysis.RepresentativePass;
import dev.weft.csv.RecordException;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.PassId;
import dev.weft.record.PassRow;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Selects the passes for a weave: one of each mode. All are of one case of one run, as only those
/// ran under the same conditions.
final class WeaveSelection {
    /// Properties that are equal for all modes.
    record Kind(BenchmarkCase benchmarkCase, Optional<String> variant) {
        static Kind of(PassRow row) {
            return new Kind(BenchmarkCase.of(row), row.place().variant());
        }

        /// Returns whether a pass fits this kind. The sequential mode runs at one pool size only
        /// and fits any concurrency.
        boolean fits(PassRow row) {
            Kind other = of(row);
            return equals(other)
                    || (row.setting().mode() == ModeName.SEQUENTIAL
                            && variant.equals(other.variant)
                            && benchmarkCase.archive().equals(other.benchmarkCase.archive())
                            && benchmarkCase.files() == other.benchmarkCase.files());
        }
    }

    private WeaveSelection() {}

    /// Selects the representative pass of each mode from the newest run with timings of a phase.
    /// Its case has the most concurrent modes, then the most files, then the highest concurrency.
    ///
    /// @param run id of the run; empty for the newest run that has timings
    /// @return in the order of the modes, at least one
    /// @throws PlotException if there is none
    /// @throws RecordException if timings cannot be read
    static List<RepresentativePass> of(
            List<PassRow> all,
            ItemTimings timings,
            Optional<String> run,
            Phase phase,
            CaseChoice choice)
            throws PlotException, RecordException {
        List<PassRow> ofPhase =
                PassSelection.filter(
                        PassSelection.ofRun(all, run), row -> row.setting().phase() == phase);
        if (ofPhase.isEmpty()) {
            throw new PlotException(
                    "no pass is %s: measure some, or draw another phase".formatted(phase.label()));
        }
        List<PassRow> timed = timed(ofPhase, timings);
        Kind kind = kind(timed, choice, "timings");
        return Arrays.stream(ModeName.values())
                .flatMap(mode -> RepresentativePass.of(passes(timed, kind, mode)).stream())
                .toList();
    }

    /// Returns the passes with timings of the newest run that has some.
    private static List<PassRow> timed(List<PassRow> rows, ItemTimings timings)
            throws PlotException, RecordException {
        for (List<PassRow> run : PassSelection.newestRuns(rows)) {
            Set<PassId> ids = new HashSet<>();
            timings.read(PassSelection.runId(run.getFirst()), row -> ids.add(PassId.of(row)));
            List<PassRow> timed = PassSelection.filter(run, row -> ids.contains(PassId.of(row)));
            if (!timed.isEmpty()) {
                return timed;
            }
        }
        throw new PlotException(
                "none of the %d %s passes has its timings in benchmark/runs: name their file with --timings-csv, or measure some with `weft run`"
                        .formatted(rows.size(), rows.getFirst().setting().phase().label()));
    }

    /// Returns the kind with the most concurrent modes, then the most files, then the highest
    /// concurrency.
    ///
    /// @param rows of one run
    /// @param data name of the required data, for the message
    /// @throws PlotException if the choice allows none
    static Kind kind(List<PassRow> rows, CaseChoice choice, String data) throws PlotException {
        return rows.stream().collect(Collectors.groupingBy(Kind::of)).entrySet().stream()
                .filter(kind -> choice.allows(kind.getKey().benchmarkCase()))
                .max(
                        Comparator.comparingLong(
                                        (Map.Entry<Kind, List<PassRow>> kind) ->
                                                concurrentModes(kind.getValue()))
                                .thenComparingInt(kind -> kind.getKey().benchmarkCase().files())
                                .thenComparingInt(
                                        kind -> kind.getKey().benchmarkCase().concurrency())
                                .thenComparing(kind -> PassSelection.lastStart(kind.getValue())))
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new PlotException(noSuchCase(rows, choice, data)));
    }

    private static long concurrentModes(List<PassRow> rows) {
        return rows.stream()
                .map(row -> row.setting().mode())
                .filter(mode -> mode != ModeName.SEQUENTIAL)
                .distinct()
                .count();
    }

    /// Returns the passes of a mode in the case itself; if there are none, those that fit it.
    private static List<PassRow> passes(List<PassRow> timed, Kind kind, ModeName mode) {
        List<PassRow> fitting =
                PassSelection.filter(timed, row -> row.setting().mode() == mode && kind.fits(row));
        List<PassRow> exact = PassSelection.filter(fitting, row -> Kind.of(row).equals(kind));
        return exact.isEmpty() ? fitting : exact;
    }

    private static String noSuchCase(List<PassRow> rows, CaseChoice choice, String data) {
        return "run %s has no %s%s; it has those of %s"
                .formatted(
                        PassSelection.runId(rows.getFirst()),
                        data,
                        choice,
                        rows.stream()
                                .map(BenchmarkCase::of)
                                .distinct()
                                .sorted()
                                .map(BenchmarkCase::toString)
                                .collect(Collectors.joining(" and of ")));
    }
}
