package dev.weft.cli;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.Change;
import dev.weft.analysis.ResultWarning;
import dev.weft.analysis.Warnings;
import dev.weft.record.PassRow;
import dev.weft.record.Warning;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What an experiment of two sides says at its end: what changed from the one to the other.
///
/// @param contenders what the sides are, in their order
record ChangeEnding(Terminal terminal, SlowerGate gate, RunPlace place, List<String> contenders)
        implements Ending {
    /// The names of the sides, in results.
    static final String BEFORE = "before";

    static final String AFTER = "after";

    @Override
    public int print(List<PassRow> rows, List<Warning> warnings) {
        Change change = Change.interleaved(side(rows, BEFORE), side(rows, AFTER));
        if (change.cells().isEmpty()) {
            terminal.out()
                    .println(
                            "The two sides have no mode and setting in common that was measured and verified in both.");
        } else {
            terminal.out().println(BEFORE + "   " + contenders.getFirst());
            terminal.out().println(AFTER + "    " + contenders.getLast());
            terminal.out().println();
            new ChangeTable(change, BEFORE, AFTER).print(terminal.out());
        }
        terminal.out().println();
        terminal.out().println("results  " + terminal.shown(place.results().path()));
        terminal.out().flush();
        return change.cells().isEmpty() ? ExitCode.FAILED : gate.exitCode(change, terminal);
    }

    @Override
    public List<Warning> warnings(List<PassRow> rows) {
        return Stream.of(BEFORE, AFTER)
                .flatMap(side -> new Warnings(Analysis.of(side(rows, side))).all().stream())
                .map(ResultWarning::recorded)
                .distinct()
                .toList();
    }

    private static List<PassRow> side(List<PassRow> rows, String name) {
        return rows.stream().filter(row -> row.place().side().equals(Optional.of(name))).toList();
    }
}
