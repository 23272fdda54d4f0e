package dev.weft.plan;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// Specification of a trial.
///
/// @param side name of the variant in a comparison; empty without a comparison
/// @param mode form of concurrency
/// @param concurrency largest number of items in flight
/// @param contract terms that are equal for all modes
/// @param tolerance abort limits of a pass
/// @param timings timings file
public record TrialSpec(
        String runId,
        String trialId,
        Optional<String> side,
        ModeName mode,
        int concurrency,
        FairnessContract contract,
        AbortLimits tolerance,
        Target target,
        Path timings) {
    /// Creates a specification with the default abort limits.
    public TrialSpec(
            String runId,
            String trialId,
            Optional<String> side,
            ModeName mode,
            int concurrency,
            FairnessContract contract,
            Target target,
            Path timings) {
        this(
                runId,
                trialId,
                side,
                mode,
                concurrency,
                contract,
                AbortLimits.standard(contract),
                target,
                timings);
    }

    public TrialSpec {
        Objects.requireNonNull(runId);
        Objects.requireNonNull(trialId);
        Objects.requireNonNull(side);
        Objects.requireNonNull(mode);
        Objects.requireNonNull(contract);
        Objects.requireNonNull(tolerance);
        Objects.requireNonNull(target);
        Objects.requireNonNull(timings);
        if (concurrency < 1) {
            throw new IllegalArgumentException(
                    "concurrency " + concurrency + " must be at least 1");
        }
    }
}
