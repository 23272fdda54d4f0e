package dev.weft.plan;

import java.util.List;
import java.util.Objects;

/// A trial and its place in the experiment.
///
/// @param block the block of trials, from 1
/// @param order its place within its block, from 1
/// @param repetition the how-manyeth trial of its mode and concurrency, from 1
/// @param passes in the order in which they are made; the first one is cold
public record PlannedTrial(
        TrialSpec spec, int block, int order, int repetition, List<PassSpec> passes) {
    public PlannedTrial {
        Objects.requireNonNull(spec);
        passes = List.copyOf(passes);
        if (passes.isEmpty() || passes.getFirst().phase() != Phase.COLD) {
            throw new IllegalArgumentException("the first pass of a trial is the cold one");
        }
    }
}
