package dev.weft.plot;

import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import dev.weft.record.PassStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The passes that may stand in one picture.
///
/// @param rows at least one, in the order in which they were made
/// @param leftOut how many others there are, and why they are not shown; empty where there are none
record PassSelection(List<PassRow> rows, Optional<String> leftOut) {
    PassSelection {
        rows = List.copyOf(rows);
    }

    /// Any of the rows, for what they have in common.
    PassRow first() {
        return rows.getFirst();
    }

    /// The passes of a phase that ended well and are verified.
    ///
    /// @param run whose passes; empty for all
    /// @throws PlotException when there are none
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

    /// The passes of a run.
    ///
    /// @param run which one; empty for all
    /// @throws PlotException when there are none
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

    /// Whether a pass ended well and is verified.
    static boolean isGood(PassRow row) {
        return row.ending().status() == PassStatus.OK
                && row.ending().verified()
                && row.measures().filter(measures -> measures.wall().isPositive()).isPresent();
    }

    /// Whether a row is of a run.
    static boolean isOf(PassRow row, String runId) {
        return row.place().runId().equals(runId);
    }

    /// The row that was begun last.
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

    /// What an analysis may be made of: rows in order, and none that calls itself ok but was never
    /// verified. Failed ones may stay, as the analysis knows them for what they are.
    static List<PassRow> drawable(List<PassRow> rows) {
        return rows.stream()
                .filter(row -> row.ending().status() != PassStatus.OK || row.ending().verified())
                .sorted(Comparator.comparing(PassSelection::startedAt))
                .toList();
    }
}
