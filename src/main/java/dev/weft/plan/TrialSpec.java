package dev.weft.plan;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// What a trial needs to know before its first pass.
///
/// @param side of a comparison, by name; empty where there is only one
/// @param mode the form of concurrency
/// @param concurrency items open at once, at most
/// @param contract what every mode is given alike
/// @param tolerance what a pass puts up with
/// @param timings the file that gets a row an item
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
    /// With the usual tolerance.
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
