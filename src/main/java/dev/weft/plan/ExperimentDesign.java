package dev.weft.plan;

import java.util.List;
import java.util.Objects;

/// Design of an experiment: what varies, and how often.
///
/// @param modes modes, each once per block
/// @param loads concurrencies and their zips; the sequential mode runs at the first one, which sets
///   its pool
/// @param repetitions number of blocks
/// @param passes warm passes of each zip in a trial; the sequential mode makes one
/// @param warmup warm-up policy before the warm passes
/// @param coldOnly whether each zip has a trial that ends after its cold pass
/// @param seed seed that shuffles the trials of each block
/// @param limits limits of the unzipped size of each zip
public record ExperimentDesign(
        List<ModeName> modes,
        List<ConcurrencyLevel> loads,
        int repetitions,
        int passes,
        WarmupPolicy warmup,
        boolean coldOnly,
        long seed,
        UnzipLimits limits) {
    /// Creates a design with the default unzip limits.
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

    /// Returns the number of blocks with a mode. A third of the blocks is enough for the sequential
    /// mode, because it differs much from the others.
    public int repetitions(ModeName mode) {
        return mode == ModeName.SEQUENTIAL ? Math.max(1, repetitions / 3) : repetitions;
    }

    /// Returns the number of warm passes of each zip in a trial of a mode.
    public int passes(ModeName mode) {
        return mode == ModeName.SEQUENTIAL ? 1 : passes;
    }
}
