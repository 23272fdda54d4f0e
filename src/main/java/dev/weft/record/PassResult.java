package dev.weft.record;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// What the JVM that ran a pass tells of it.
///
/// @param startedAt when the timed region began
/// @param stopped why no more items were handed out before the end; empty where all were
/// @param firstFailure of an item, as code and message; empty where none failed
public record PassResult(
        Instant startedAt,
        Optional<String> stopped,
        Measures measures,
        Optional<String> firstFailure) {
    public PassResult {
        Objects.requireNonNull(startedAt);
        Objects.requireNonNull(stopped);
        Objects.requireNonNull(measures);
        Objects.requireNonNull(firstFailure);
    }

    /// What became of its items.
    public Counts counts() {
        return measures.counts();
    }
}
