package dev.weft.plan;

import java.util.List;
import java.util.Objects;

/// A trial and its position in the experiment.
///
/// @param block number of the block, from 1
/// @param order position of the trial in its block, from 1
/// @param repetition number of the trial among those of its mode and concurrency, from 1
/// @param passes passes in their order; only the first one may be cold
public record PlannedTrial(
        TrialSpec spec, int block, int order, int repetition, List<PassSpec> passes) {
    public PlannedTrial {
        Objects.requireNonNull(spec);
        passes = List.copyOf(passes);
        if (passes.isEmpty()) {
            throw new IllegalArgumentException("a trial has a pass");
        }
        if (passes.stream().skip(1).anyMatch(pass -> pass.phase() == Phase.COLD)) {
            throw new IllegalArgumentException("a cold pass is the first one of its trial");
        }
    }
}
