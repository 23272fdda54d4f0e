package dev.weft.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// One pass that a trial is to make.
///
/// @param number its place within its trial, from 1; 0 for the warm-up
/// @param archive the zip
/// @param limits what it may unzip to
/// @param prefix what every key of the pass begins with, a slash at its end
/// @param warmup how much to warm up; empty for a measured pass, which uploads the archive once
public record PassSpec(
        int number,
        Phase phase,
        Path archive,
        UnzipLimits limits,
        String prefix,
        Optional<WarmupPolicy> warmup) {
    public PassSpec {
        Objects.requireNonNull(phase);
        Objects.requireNonNull(archive);
        Objects.requireNonNull(limits);
        Objects.requireNonNull(prefix);
        Objects.requireNonNull(warmup);
        if (warmup.isPresent() != (phase == Phase.WARMUP)) {
            throw new IllegalArgumentException("a warm-up policy belongs to the warm-up alone");
        }
    }

    /// The prefix of uploads that the server answers without its latency; empty where it has none.
    public Optional<String> undelayedPrefix() {
        return warmup.filter(
                        policy ->
                                policy instanceof WarmupPolicy.Steady steady && steady.undelayed())
                .map(_ -> KeyPrefixes.undelayed(prefix));
    }

    /// All prefixes that keys of the pass begin with.
    public List<String> prefixes() {
        return Stream.concat(Stream.of(prefix), undelayedPrefix().stream()).toList();
    }
}
