package dev.weft.record;

import java.util.List;
import java.util.Objects;

/// Result of a warm-up: a summary and its slices.
public record WarmupResult(Warmup summary, List<WarmupSlice> slices) {
    public WarmupResult {
        Objects.requireNonNull(summary);
        slices = List.copyOf(slices);
    }
}
