package dev.weft.record;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// What the JVM that ran a pass tells of it.
///
/// @param startedAt when the timed region began
/// @param cut how it was cut short; empty where every item was handed out
/// @param firstFailure of an item, as code and message; empty where none failed
/// @param warmup how the warm-up went; empty for a measured pass
public record PassResult(
        Instant startedAt,
        Optional<EarlyStop> cut,
        PassMeasures measures,
        Optional<String> firstFailure,
        Optional<WarmupResult> warmup) {
    public PassResult {
        Objects.requireNonNull(startedAt);
        Objects.requireNonNull(cut);
        Objects.requireNonNull(measures);
        Objects.requireNonNull(firstFailure);
        Objects.requireNonNull(warmup);
    }

    /// Of a measured pass.
    public PassResult(
            Instant startedAt,
            Optional<EarlyStop> cut,
            PassMeasures measures,
            Optional<String> firstFailure) {
        this(startedAt, cut, measures, firstFailure, Optional.empty());
    }

    /// What became of its items.
    public ItemCounts counts() {
        return measures.counts();
    }
}
