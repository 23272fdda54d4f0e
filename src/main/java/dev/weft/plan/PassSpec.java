package dev.weft.plan;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// One pass that a trial is to make.
///
/// @param number its place within its trial, from 1; 0 for the warm-up
/// @param archive the zip
/// @param limits what it may unzip to
/// @param prefix what every key of the pass begins with, a slash at its end
/// @param warmup how much to warm up; empty for a pass that is measured, which goes once over the
///   archive
public record PassSpec(
        int number,
        Phase phase,
        Path archive,
        UnzipLimits limits,
        String prefix,
        Optional<WarmupLimit> warmup) {
    public PassSpec {
        Objects.requireNonNull(phase);
        Objects.requireNonNull(archive);
        Objects.requireNonNull(limits);
        Objects.requireNonNull(prefix);
        Objects.requireNonNull(warmup);
        if (warmup.isPresent() != (phase == Phase.WARMUP)) {
            throw new IllegalArgumentException("a warm-up limit belongs to the warm-up alone");
        }
    }
}
