package dev.weft.cli;

import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import dev.weft.record.Status;
import java.nio.file.Path;
import java.util.List;

/// What a run says at its end: the table, where things are, and what to do next.
record Closing(List<PassRow> rows, Path results, Path timings) {
    Closing {
        rows = List.copyOf(rows);
    }

    /// Prints it on standard output.
    void print(Terminal terminal) {
        new ResultTable(rows).print(terminal.out());
        terminal.out().println();
        terminal.out().println("results  " + terminal.shown(results));
        terminal.out().println("timings  " + terminal.shown(timings));
        if (rows.stream().anyMatch(Closing::endedWell)) {
            terminal.out().println("next     " + plot(terminal.shown(results)));
        }
        terminal.out().flush();
    }

    private String plot(Path csv) {
        boolean warm =
                rows.stream()
                        .filter(Closing::endedWell)
                        .anyMatch(row -> row.setting().phase() == Phase.WARM);
        return "scripts/weft plot"
                + (warm ? "" : " --cold")
                + (csv.equals(RunOptions.CSV) ? "" : " --csv='" + csv + "'");
    }

    private static boolean endedWell(PassRow row) {
        return row.ending().status() == Status.OK;
    }
}
