package dev.weft.cli;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.ResultWarning;
import dev.weft.analysis.RunComparison;
import dev.weft.analysis.Warnings;
import dev.weft.record.PassRow;
import dev.weft.runjson.RecordedWarning;
import dev.weft.screen.Terminal;
import dev.weft.session.ExitCode;
import dev.weft.session.RunFiles;
import dev.weft.session.SummaryPrinter;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What an experiment of two sides says at its end: what changed from the one to the other.
record ComparisonSummaryPrinter(Terminal terminal, ComparisonReporter telling, RunFiles place)
        implements SummaryPrinter {
    @Override
    public int print(List<PassRow> rows, List<RecordedWarning> warnings) {
        RunComparison change =
                RunComparison.interleaved(
                        side(rows, RunComparison.BEFORE), side(rows, RunComparison.AFTER));
        PrintWriter out = telling.aside();
        if (change.cells().isEmpty()) {
            out.println(
                    "The two sides have no mode and setting in common that was measured and verified in both.");
        }
        out.println(RunComparison.BEFORE + "   " + telling.before());
        out.println(RunComparison.AFTER + "    " + telling.after());
        out.println();
        out.flush();
        int exitCode = telling.tell(change);
        out.println();
        out.println("results  " + terminal.shown(place.results().path()));
        out.flush();
        return change.cells().isEmpty() ? ExitCode.FAILED : exitCode;
    }

    @Override
    public List<RecordedWarning> warnings(List<PassRow> rows) {
        return Stream.of(RunComparison.BEFORE, RunComparison.AFTER)
                .flatMap(side -> new Warnings(Analysis.of(side(rows, side))).all().stream())
                .map(ResultWarning::recorded)
                .distinct()
                .toList();
    }

    private static List<PassRow> side(List<PassRow> rows, String name) {
        return rows.stream()
                .filter(row -> row.place().variant().equals(Optional.of(name)))
                .toList();
    }
}
