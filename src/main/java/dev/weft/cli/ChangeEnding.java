package dev.weft.cli;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.Change;
import dev.weft.analysis.ResultWarning;
import dev.weft.analysis.Warnings;
import dev.weft.record.PassRow;
import dev.weft.record.Warning;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What an experiment of two sides says at its end: what changed from the one to the other.
record ChangeEnding(Terminal terminal, ChangeTelling telling, RunPlace place) implements Ending {
    @Override
    public int print(List<PassRow> rows, List<Warning> warnings) {
        Change change =
                Change.interleaved(
                        side(rows, ChangeTelling.BEFORE), side(rows, ChangeTelling.AFTER));
        PrintWriter out = telling.aside();
        if (change.cells().isEmpty()) {
            out.println(
                    "The two sides have no mode and setting in common that was measured and verified in both.");
        }
        out.println(ChangeTelling.BEFORE + "   " + telling.before());
        out.println(ChangeTelling.AFTER + "    " + telling.after());
        out.println();
        out.flush();
        int exitCode = telling.tell(change);
        out.println();
        out.println("results  " + terminal.shown(place.results().path()));
        out.flush();
        return change.cells().isEmpty() ? ExitCode.FAILED : exitCode;
    }

    @Override
    public List<Warning> warnings(List<PassRow> rows) {
        return Stream.of(ChangeTelling.BEFORE, ChangeTelling.AFTER)
                .flatMap(side -> new Warnings(Analysis.of(side(rows, side))).all().stream())
                .map(ResultWarning::recorded)
                .distinct()
                .toList();
    }

    private static List<PassRow> side(List<PassRow> rows, String name) {
        return rows.stream().filter(row -> row.place().side().equals(Optional.of(name))).toList();
    }
}
