package dev.weft.plan;

import java.util.List;
import java.util.Objects;

/// What an experiment varies and how often.
///
/// @param modes each once a block
/// @param loads how many items at once, over which archives; the sequential mode runs at the first
///   one only, where it sets the pool
/// @param repetitions blocks of trials
/// @param passes warm passes of each archive in a trial; the sequential mode makes one
/// @param warmup how much to warm up before the warm passes
/// @param coldOnly a trial for each archive that ends after its cold pass
/// @param seed shuffles the trials of each block
/// @param limits what each archive may unzip to
public record ExperimentDesign(
        List<ModeName> modes,
        List<ConcurrencyLevel> loads,
        int repetitions,
        int passes,
        WarmupPolicy warmup,
        boolean coldOnly,
        long seed,
        UnzipLimits limits) {
    /// Of archives under the standard limits.
    public ExperimentDesign(
            List<ModeName> modes,
            List<ConcurrencyLevel> loads,
            int repetitions,
            int passes,
            WarmupPolicy warmup,
            boolean coldOnly,
            long seed) {
        this(modes, loads, repetitions, passes, warmup, coldOnly, seed, UnzipLimits.STANDARD);
    }

    public ExperimentDesign {
        modes = List.copyOf(modes);
        loads = List.copyOf(loads);
        Objects.requireNonNull(warmup);
        Objects.requireNonNull(limits);
        if (modes.isEmpty() || loads.isEmpty()) {
            throw new IllegalArgumentException("a design needs a mode and a load");
        }
        if (repetitions < 1 || passes < 1) {
            throw new IllegalArgumentException(
                    "repetitions %d and passes %d must be at least 1"
                            .formatted(repetitions, passes));
        }
    }

    /// How many blocks a mode takes part in: the sequential mode is far away from the others, so
    /// that a third of the blocks is enough to tell.
    public int repetitions(ModeName mode) {
        return mode == ModeName.SEQUENTIAL ? Math.max(1, repetitions / 3) : repetitions;
    }

    /// How many warm passes of each archive a trial of the mode makes.
    public int passes(ModeName mode) {
        return mode == ModeName.SEQUENTIAL ? 1 : passes;
    }
}
