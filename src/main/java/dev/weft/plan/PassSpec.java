package dev.weft.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Specification of a pass.
///
/// @param number position of the pass in its trial, from 1; 0 for the warm-up
/// @param archive zip
/// @param limits limits of its unzipped size
/// @param prefix common prefix of all keys of the pass, with a slash at its end
/// @param warmup warm-up policy; empty for a measured pass, which uploads the archive once
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

    /// Returns the prefix of uploads that the server answers without latency; empty if there are
    /// none.
    public Optional<String> undelayedPrefix() {
        return warmup.filter(
                        policy ->
                                policy instanceof WarmupPolicy.Steady steady && steady.undelayed())
                .map(_ -> KeyPrefixes.undelayed(prefix));
    }

    /// Returns all prefixes of the pass.
    public List<String> prefixes() {
        return Stream.concat(Stream.of(prefix), undelayedPrefix().stream()).toList();
    }
}
