package dev.weft.plan;

import java.util.List;
import java.util.Objects;

/// A trial and its place in the experiment.
///
/// @param block the block of trials, from 1
/// @param order its place within its block, from 1
/// @param repetition the how-manyeth trial of its mode and concurrency, from 1
/// @param passes in the order in which they are made; a cold one can only be the first
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
