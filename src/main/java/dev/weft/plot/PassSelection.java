package dev.weft.plot;

import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import dev.weft.record.PassStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Passes selected for one picture.
///
/// @param rows at least one, in the order of their start
/// @param omitted number of passes left out and the reasons; empty if there are none
record PassSelection(List<PassRow> rows, Optional<String> omitted) {
    private static final Comparator<PassRow> BY_START =
            Comparator.comparing(row -> row.place().startedAt());

    PassSelection {
        rows = List.copyOf(rows);
    }

    /// Selects rows for an analysis, in the order of their start. Drops passes with status ok that
    /// are unverified. Failed passes stay: the analysis recognizes them.
    ///
    /// @param all rows that the picture could show, and those of other phases
    /// @param reason why a row of a shown run is left out
    static PassSelection of(
            List<PassRow> all,
            Phase phase,
            Predicate<PassRow> isShown,
            Function<PassRow, String> reason) {
        List<PassRow> shown = filter(all, isShown);
        List<PassRow> ofPhase = filter(all, row -> row.setting().phase() == phase);
        return new PassSelection(
                shown.stream()
                        .filter(
                                row ->
                                        row.ending().status() != PassStatus.OK
                                                || row.ending().verified())
                        .sorted(BY_START)
                        .toList(),
                omitted(ofPhase, shown, reason));
    }

    /// Returns the first row, for values that all rows share.
    PassRow first() {
        return rows.getFirst();
    }

    /// Describes the passes that a picture leaves out, such as `24 passes of 2 other runs, 3 that
    /// failed or were not verified`. Empty if there are none.
    ///
    /// @param rows all rows that the picture could show
    /// @param shown rows in the picture, failed ones included
    /// @param reason why a row of a shown run is left out
    static Optional<String> omitted(
            List<PassRow> rows, List<PassRow> shown, Function<PassRow, String> reason) {
        List<String> shownRuns = shown.stream().map(PassSelection::runId).distinct().toList();
        List<PassRow> others = filter(rows, row -> !shownRuns.contains(runId(row)));
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (!others.isEmpty()) {
            long runs = distinctCount(others, PassSelection::runId);
            counts.put(
                    runs == 1 ? "of 1 other run" : "of %,d other runs".formatted(runs),
                    others.size());
        }
        for (PassRow row : filter(rows, row -> shownRuns.contains(runId(row)))) {
            if (!isGood(row)) {
                counts.merge("that failed or were not verified", 1, Integer::sum);
            } else if (!shown.contains(row)) {
                counts.merge(reason.apply(row), 1, Integer::sum);
            }
        }
        List<String> parts = new ArrayList<>();
        counts.forEach(
                (text, count) -> {
                    String noun = !parts.isEmpty() ? "" : count == 1 ? "pass " : "passes ";
                    parts.add("%,d %s%s".formatted(count, noun, text));
                });
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }

    /// Returns the good passes of a phase, see [#isGood].
    ///
    /// @param run id of the run; empty for all runs
    /// @throws PlotException if there are none
    static List<PassRow> goodPasses(List<PassRow> all, Optional<String> run, Phase phase)
            throws PlotException {
        List<PassRow> ofRun = ofRun(all, run);
        List<PassRow> good = filter(ofRun, PassSelection::isGood);
        if (good.isEmpty()) {
            throw new PlotException(
                    "none of the %d passes was stored and verified without a failure, so there is nothing to draw: see the columns status and failure"
                            .formatted(ofRun.size()));
        }
        List<PassRow> ofPhase = filter(good, row -> row.setting().phase() == phase);
        if (ofPhase.isEmpty()) {
            throw new PlotException(
                    "none of the %d verified passes is %s: measure some, or draw another phase"
                            .formatted(good.size(), phase.label()));
        }
        return ofPhase;
    }

    /// Returns the passes of a run.
    ///
    /// @param run id of the run; empty for all runs
    /// @throws PlotException if there are none
    static List<PassRow> ofRun(List<PassRow> all, Optional<String> run) throws PlotException {
        if (all.isEmpty()) {
            throw new PlotException("there are no passes to draw: make some with `weft run`");
        }
        List<PassRow> ofRun = filter(all, row -> run.isEmpty() || runId(row).equals(run.get()));
        if (ofRun.isEmpty()) {
            throw new PlotException(
                    "there is no run %s; the newest is %s"
                            .formatted(
                                    run.orElse(""), runId(newestRuns(all).getFirst().getFirst())));
        }
        return ofRun;
    }

    /// Returns whether a pass has status ok, is verified and has a positive wall time.
    static boolean isGood(PassRow row) {
        return row.ending().status() == PassStatus.OK
                && row.ending().verified()
                && row.measures().filter(measures -> measures.wall().isPositive()).isPresent();
    }

    static String runId(PassRow row) {
        return row.place().runId();
    }

    /// Returns the rows of each run, the run with the pass that started last first.
    static List<List<PassRow>> newestRuns(List<PassRow> rows) {
        Map<String, List<PassRow>> runs =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        PassSelection::runId,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return runs.values().stream()
                .sorted(Comparator.comparing(PassSelection::lastStart).reversed())
                .toList();
    }

    /// Returns the start of the pass that started last.
    ///
    /// @param rows at least one
    static Instant lastStart(List<PassRow> rows) {
        return rows.stream().max(BY_START).orElseThrow().place().startedAt();
    }

    static List<PassRow> filter(List<PassRow> rows, Predicate<PassRow> wanted) {
        return rows.stream().filter(wanted).toList();
    }

    /// Counts the different values of a property.
    static long distinctCount(List<PassRow> rows, Function<PassRow, ?> property) {
        return rows.stream().map(property).distinct().count();
    }
}
