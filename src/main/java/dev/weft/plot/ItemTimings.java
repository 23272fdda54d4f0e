package dev.weft.plot;

import dev.weft.csv.RecordException;
import dev.weft.record.TimingRow;
import java.util.function.Consumer;

/// Source of the item timings of runs.
@FunctionalInterface
public interface ItemTimings {
    /// Passes every timing row of a run to `rows`, in any order; none if the run has no timings.
    /// Callers may read a run several times.
    ///
    /// @throws RecordException if timings exist but cannot be read
    void read(String runId, Consumer<TimingRow> rows) throws RecordException;
}
