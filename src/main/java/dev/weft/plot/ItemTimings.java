package dev.weft.plot;

import dev.weft.record.RecordException;
import dev.weft.record.TimingRow;
import java.util.function.Consumer;

/// Where a picture takes the timings of runs from.
@FunctionalInterface
public interface ItemTimings {
    /// Hands out every row of the timings of a run, in any order; none where there are no timings.
    /// May be called again.
    ///
    /// @throws RecordException when there are timings that cannot be read
    void read(String runId, Consumer<TimingRow> rows) throws RecordException;
}
