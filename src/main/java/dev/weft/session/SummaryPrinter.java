package dev.weft.session;

import dev.weft.record.PassRow;
import dev.weft.runjson.RecordedWarning;
import java.util.List;

/// Prints the summary at the end of an experiment.
public interface SummaryPrinter {
    /// Prints the summary.
    ///
    /// @param rows rows of all passes, including the earlier part of a resumed run
    /// @param warnings warnings about the machine and these rows
    /// @return the exit code, if nothing else failed
    int print(List<PassRow> rows, List<RecordedWarning> warnings);

    /// Returns warnings about results that may mislead.
    List<RecordedWarning> warnings(List<PassRow> rows);
}
