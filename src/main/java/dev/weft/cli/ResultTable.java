package dev.weft.cli;

import dev.weft.record.PassRow;
import java.io.PrintWriter;
import java.util.List;

/// The table after a run: a line for each mode at each concurrency and number of files, medians
/// over its passes.
record ResultTable(List<PassRow> rows) {
    ResultTable {
        rows = List.copyOf(rows);
    }

    void print(PrintWriter out) {
        out.println("todo");
        out.flush();
    }
}
