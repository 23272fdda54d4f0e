package dev.weft.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// What an experiment varies and how often.
///
/// @param modes each once a block
/// @param concurrencies items open at once; the sequential mode runs at the first one only, where
///   it sets the pool
/// @param archives the zips, smallest first
/// @param repetitions blocks of trials
/// @param passes warm passes of each archive in a trial; the sequential mode makes one
/// @param warmup how much to warm up before the warm passes
/// @param coldOnly a trial for each archive that ends after its cold pass
/// @param seed shuffles the trials of each block
public record Design(
        List<ModeName> modes,
        List<Integer> concurrencies,
        List<Path> archives,
        int repetitions,
        int passes,
        WarmupLimit warmup,
        boolean coldOnly,
        long seed) {
    public Design {
        modes = List.copyOf(modes);
        concurrencies = List.copyOf(concurrencies);
        archives = List.copyOf(archives);
        Objects.requireNonNull(warmup);
        if (modes.isEmpty() || concurrencies.isEmpty() || archives.isEmpty()) {
            throw new IllegalArgumentException(
                    "a design needs a mode, a concurrency and an archive");
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
