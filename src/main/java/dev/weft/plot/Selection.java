package dev.weft.plot;

import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import dev.weft.record.Status;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// The passes that may stand in one picture: ended well, verified, of one phase, and of one
/// experiment, that is, of equal fairness.
///
/// @param rows at least one
record Selection(List<PassRow> rows) {
    Selection {
        rows = List.copyOf(rows);
    }

    /// Selects from all rows of a file; of several experiments, the newest.
    ///
    /// @throws PlotException when nothing is left
    static Selection of(List<PassRow> all, Phase phase) throws PlotException {
        if (all.isEmpty()) {
            throw new PlotException("there are no passes to draw: make some with `weft run`");
        }
        List<PassRow> good = filter(all, Selection::isGood);
        if (good.isEmpty()) {
            throw new PlotException(
                    "none of the %d passes was stored and verified without a failure, so there is nothing to draw: see the columns status and failure"
                            .formatted(all.size()));
        }
        List<PassRow> ofPhase = filter(good, row -> row.setting().phase() == phase);
        PassRow newest =
                ofPhase.stream()
                        .max(Comparator.comparing(row -> row.place().startedAt()))
                        .orElseThrow(
                                () ->
                                        new PlotException(
                                                "none of the %d verified passes is %s: measure some, or draw another phase"
                                                        .formatted(good.size(), phase.label())));
        String fairness = newest.contract().fairness();
        return new Selection(filter(ofPhase, row -> row.contract().fairness().equals(fairness)));
    }

    private static boolean isGood(PassRow row) {
        return row.ending().status() == Status.OK
                && row.ending().verified()
                && row.measures().filter(measures -> measures.wall().isPositive()).isPresent();
    }

    private static List<PassRow> filter(List<PassRow> rows, Predicate<PassRow> wanted) {
        return rows.stream().filter(wanted).toList();
    }
}
