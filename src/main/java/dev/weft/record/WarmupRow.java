package dev.weft.record;

import dev.weft.plan.ModeName;
import java.util.Objects;

/// One row of the warm-up curves: a slice of the warm-up of one trial.
///
/// @param mode of the trial
/// @param concurrency of its passes
/// @param steady whether weft called the JVM steady at the end of this slice
public record WarmupRow(
        String runId,
        String trialId,
        ModeName mode,
        int concurrency,
        WarmupSlice slice,
        boolean steady) {
    public WarmupRow {
        Objects.requireNonNull(runId);
        Objects.requireNonNull(trialId);
        Objects.requireNonNull(mode);
        Objects.requireNonNull(slice);
    }
}
