package dev.weft.record;

import java.util.List;
import java.util.Objects;

/// How a warm-up went: in short, and slice by slice.
public record WarmupResult(Warmup summary, List<WarmupSlice> slices) {
    public WarmupResult {
        Objects.requireNonNull(summary);
        slices = List.copyOf(slices);
    }
}
