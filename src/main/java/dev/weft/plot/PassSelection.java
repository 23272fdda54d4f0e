package dev.weft.plot;

import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import dev.weft.record.PassStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Passes selected for one picture.
///
/// @param rows at least one, in the order of their start
/// @param leftOut number of passes left out and the reasons; empty if there are none
record PassSelection(List<PassRow> rows, Optional<String> leftOut) {
    PassSelection {
        rows = List.copyOf(rows);
    }

    /// Returns the first row, for values that all rows share.
    PassRow first() {
        return rows.getFirst();
    }

    /// Returns the good passes of a phase, see [#isGood].
    ///
    /// @param run id of the run; empty for all runs
    /// @throws PlotException if there are none
    static List<PassRow> candidates(List<PassRow> all, Optional<String> run, Phase phase)
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
        List<PassRow> ofRun = filter(all, row -> run.isEmpty() || isOf(row, run.get()));
        if (ofRun.isEmpty()) {
            throw new PlotException(
                    "there is no run %s; the newest is %s"
                            .formatted(run.orElse(""), newest(all).place().runId()));
        }
        return ofRun;
    }

    /// Returns whether a pass has status ok, is verified and has a positive wall time.
    static boolean isGood(PassRow row) {
        return row.ending().status() == PassStatus.OK
                && row.ending().verified()
                && row.measures().filter(measures -> measures.wall().isPositive()).isPresent();
    }

    /// Returns whether a row belongs to a run.
    static boolean isOf(PassRow row, String runId) {
        return row.place().runId().equals(runId);
    }

    /// Returns the row of the pass that started last.
    ///
    /// @param rows at least one
    static PassRow newest(List<PassRow> rows) {
        return rows.stream().max(Comparator.comparing(PassSelection::startedAt)).orElseThrow();
    }

    static Instant startedAt(PassRow row) {
        return row.place().startedAt();
    }

    static List<PassRow> filter(List<PassRow> rows, Predicate<PassRow> wanted) {
        return rows.stream().filter(wanted).toList();
    }

    /// Returns the rows for an analysis, in the order of their start. Drops passes with status ok
    /// that are unverified. Failed passes stay: the analysis recognizes them.
    static List<PassRow> drawable(List<PassRow> rows) {
        return rows.stream()
                .filter(row -> row.ending().status() != PassStatus.OK || row.ending().verified())
                .sorted(Comparator.comparing(PassSelection::startedAt))
                .toList();
    }
}
