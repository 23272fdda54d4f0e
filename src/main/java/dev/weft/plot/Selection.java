package dev.weft.plot;

import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import dev.weft.record.Status;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The passes that may stand in one picture: ended well, verified, of one phase, and of equal
/// fairness. They may be of several runs.
///
/// @param rows at least one
record Selection(List<PassRow> rows) {
    Selection {
        rows = List.copyOf(rows);
    }

    /// Selects from all rows of a file: those of equal fairness with the newest run. Where that run
    /// has several groups of equal fairness, as it varied the concurrency, the one with the most
    /// modes; of several such, the newest.
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
        String fairness = fairness(ofPhase, newest.place().runId());
        return new Selection(filter(ofPhase, row -> row.contract().fairness().equals(fairness)));
    }

    private static String fairness(List<PassRow> rows, String runId) {
        return rows.stream()
                .filter(row -> row.place().runId().equals(runId))
                .collect(Collectors.groupingBy(row -> row.contract().fairness()))
                .entrySet()
                .stream()
                .max(
                        Comparator.comparingLong(
                                        (Map.Entry<String, List<PassRow>> group) ->
                                                modes(group.getValue()))
                                .thenComparing(group -> newest(group.getValue())))
                .orElseThrow()
                .getKey();
    }

    private static long modes(List<PassRow> rows) {
        return rows.stream().map(row -> row.setting().mode()).distinct().count();
    }

    private static Instant newest(List<PassRow> rows) {
        return rows.stream()
                .map(row -> row.place().startedAt())
                .max(Comparator.naturalOrder())
                .orElseThrow();
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
