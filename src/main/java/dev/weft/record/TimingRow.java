package dev.weft.record;

/// Row of the timings: an item and the run that it belongs to.
public record TimingRow(String runId, ItemRow item) {}
