package dev.weft.plot;

import dev.weft.analysis.BenchmarkCase;
import dev.weft.analysis.RepresentativePass;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.PassId;
import dev.weft.record.PassRow;
import dev.weft.record.RecordException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Chooses the passes for a weave: one of each mode, all of one setting of one run, because only
/// they were made under the same conditions.
final class WeaveSelection {
    /// What must be the same for all modes.
    record Kind(BenchmarkCase setting, Optional<String> side) {
        static Kind of(PassRow row) {
            return new Kind(BenchmarkCase.of(row), row.place().side());
        }

        boolean isAllowedBy(WeaveChoice choice) {
            return choice.allowsFiles(setting.files())
                    && choice.allowsConcurrency(setting.concurrency());
        }

        /// The sequential mode is measured at one pool size only, and does not care which.
        boolean isServedBy(PassRow row) {
            Kind other = of(row);
            return equals(other)
                    || (row.setting().mode() == ModeName.SEQUENTIAL
                            && side.equals(other.side)
                            && setting.archive().equals(other.setting.archive())
                            && setting.files() == other.setting.files());
        }
    }

    private WeaveSelection() {}

    /// Takes the newest run that has timings of that phase, of it the setting with the most
    /// concurrent modes, then the most files, then the highest concurrency, and of each mode the
    /// typical pass.
    ///
    /// @param run which one; empty for the newest that has timings
    /// @return in the order of the modes, at least one
    /// @throws PlotException when there is none
    /// @throws RecordException when timings cannot be read
    static List<RepresentativePass> of(
            List<PassRow> all,
            ItemTimings timings,
            Optional<String> run,
            Phase phase,
            WeaveChoice choice)
            throws PlotException, RecordException {
        List<PassRow> ofPhase =
                PassSelection.filter(PassSelection.ofRun(all, run), row -> row.setting().phase() == phase);
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

    /// The passes of the newest run that are in its timings.
    private static List<PassRow> timed(List<PassRow> rows, ItemTimings timings)
            throws PlotException, RecordException {
        List<PassRow> left = rows;
        while (!left.isEmpty()) {
            String runId = PassSelection.newest(left).place().runId();
            Set<PassId> ids = new HashSet<>();
            timings.read(runId, row -> ids.add(PassId.of(row)));
            List<PassRow> timed =
                    PassSelection.filter(
                            left,
                            row -> PassSelection.isOf(row, runId) && ids.contains(PassId.of(row)));
            if (!timed.isEmpty()) {
                return timed;
            }
            left = PassSelection.filter(left, row -> !PassSelection.isOf(row, runId));
        }
        throw new PlotException(
                "none of the %d %s passes has its timings in benchmark/runs: name their file with --timings-csv, or measure some with `weft run`"
                        .formatted(rows.size(), rows.getFirst().setting().phase().label()));
    }

    /// The setting with the most concurrent modes, then the most files, then the highest
    /// concurrency.
    ///
    /// @param timed passes of one run
    /// @param what the run must have of that setting
    /// @throws PlotException when the choice allows none
    static Kind kind(List<PassRow> timed, WeaveChoice choice, String what) throws PlotException {
        Map<Kind, List<PassRow>> kinds = timed.stream().collect(Collectors.groupingBy(Kind::of));
        return kinds.entrySet().stream()
                .filter(entry -> entry.getKey().isAllowedBy(choice))
                .max(
                        Comparator.comparingLong(
                                        (Map.Entry<Kind, List<PassRow>> entry) ->
                                                concurrentModes(entry.getValue()))
                                .thenComparingInt(entry -> entry.getKey().setting().files())
                                .thenComparingInt(entry -> entry.getKey().setting().concurrency())
                                .thenComparing(
                                        entry ->
                                                PassSelection.startedAt(
                                                        PassSelection.newest(entry.getValue()))))
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new PlotException(noSuch(timed, choice, what)));
    }

    private static long concurrentModes(List<PassRow> rows) {
        return rows.stream()
                .map(row -> row.setting().mode())
                .filter(mode -> mode != ModeName.SEQUENTIAL)
                .distinct()
                .count();
    }

    /// Those of the setting itself, where there are any.
    private static List<PassRow> passes(List<PassRow> timed, Kind kind, ModeName mode) {
        List<PassRow> serving =
                PassSelection.filter(
                        timed, row -> row.setting().mode() == mode && kind.isServedBy(row));
        List<PassRow> own = PassSelection.filter(serving, row -> Kind.of(row).equals(kind));
        return own.isEmpty() ? serving : own;
    }

    private static String noSuch(List<PassRow> timed, WeaveChoice choice, String what) {
        return "run %s has no %s%s; it has those of %s"
                .formatted(
                        timed.getFirst().place().runId(),
                        what,
                        choice,
                        timed.stream()
                                .map(BenchmarkCase::of)
                                .distinct()
                                .sorted()
                                .map(BenchmarkCase::toString)
                                .collect(Collectors.joining(" and of ")));
    }
}
