package dev.weft.record;

import dev.weft.plan.ModeName;
import java.util.Objects;

/// Row of the warm-up curves: a slice of the warm-up of one trial.
///
/// @param mode mode of the trial
/// @param concurrency concurrency of the passes of the trial
/// @param steady true if the JVM was found steady at the end of the slice
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
