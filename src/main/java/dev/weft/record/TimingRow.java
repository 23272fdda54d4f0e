package dev.weft.record;

import java.util.Objects;

/// Row of the timings: an item and the run that it belongs to.
public record TimingRow(String runId, ItemRow item) {
    public TimingRow {
        Objects.requireNonNull(runId);
        Objects.requireNonNull(item);
    }
}
