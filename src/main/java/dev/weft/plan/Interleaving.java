package dev.weft.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/// Interleaves the variants of a comparison. Each block has the trials of all variants in one
/// shuffled order.
public final class Interleaving {
    private Interleaving() {}

    /// Returns the trials of all variants, block by block. A single variant stays unchanged.
    ///
    /// @param sides trials of each variant in the order of their blocks
    /// @param seed seed that shuffles each block
    public static List<PlannedTrial> of(List<List<PlannedTrial>> sides, long seed) {
        if (sides.size() == 1) {
            return sides.getFirst();
        }
        int blocks = sides.stream().mapToInt(side -> side.getLast().block()).max().orElseThrow();
        List<PlannedTrial> trials = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (int block = 1; block <= blocks; block++) {
            int number = block;
            List<PlannedTrial> together =
                    new ArrayList<>(
                            sides.stream()
                                    .flatMap(List::stream)
                                    .filter(trial -> trial.block() == number)
                                    .toList());
            Collections.shuffle(together, random.split());
            for (int order = 1; order <= together.size(); order++) {
                trials.add(at(together.get(order - 1), order));
            }
        }
        return trials;
    }

    private static PlannedTrial at(PlannedTrial trial, int order) {
        return new PlannedTrial(
                trial.spec(), trial.block(), order, trial.repetition(), trial.passes());
    }
}
