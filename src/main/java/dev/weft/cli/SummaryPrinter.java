package dev.weft.cli;

import dev.weft.record.PassRow;
import dev.weft.record.RecordedWarning;
import java.util.List;

/// What is said when an experiment has ended.
interface SummaryPrinter {
    /// Says it.
    ///
    /// @param rows of every pass, those of a run that was resumed included
    /// @param warnings about the machine and these rows
    /// @return the exit code where nothing else went wrong
    int print(List<PassRow> rows, List<RecordedWarning> warnings);

    /// What about these rows may mislead.
    List<RecordedWarning> warnings(List<PassRow> rows);
}
