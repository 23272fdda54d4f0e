package dev.weft.record;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// Result of a pass, as the JVM of its trial reports it.
///
/// @param startedAt start of the timed region
/// @param earlyStop early stop; empty if every item was handed out
/// @param firstFailure code and message of the first failed item; empty if none failed
/// @param warmup result of the warm-up; empty for a measured pass
public record PassResult(
        Instant startedAt,
        Optional<EarlyStop> earlyStop,
        PassMeasures measures,
        Optional<String> firstFailure,
        Optional<WarmupResult> warmup) {
    public PassResult {
        Objects.requireNonNull(startedAt);
        Objects.requireNonNull(earlyStop);
        Objects.requireNonNull(measures);
        Objects.requireNonNull(firstFailure);
        Objects.requireNonNull(warmup);
    }

    /// Creates the result of a measured pass.
    public PassResult(
            Instant startedAt,
            Optional<EarlyStop> earlyStop,
            PassMeasures measures,
            Optional<String> firstFailure) {
        this(startedAt, earlyStop, measures, firstFailure, Optional.empty());
    }

    /// Returns the counts of the items by outcome.
    public ItemCounts counts() {
        return measures.counts();
    }
}
