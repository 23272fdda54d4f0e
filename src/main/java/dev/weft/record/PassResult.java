package dev.weft.record;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// What was measured in one pass, by the JVM that ran it.
///
/// @param startedAt when the timed region began
/// @param stopped why no more items were handed out before the end; empty where all were
/// @param wall the timed region: from the first item asked of the unzip stage (cold: from the
///   building of the client) to the last acknowledgement
/// @param unzip busy time of the unzip stage
/// @param upload from the first request to the last acknowledgement; empty where no request was
///   made
/// @param process from the start of the JVM to the end of the pass; empty for all but the cold pass
/// @param latencies empty where nothing was stored
/// @param bytesStored of the stored items
/// @param retries attempts beyond the first, over all items
/// @param cpu CPU time of that JVM over the timed region; empty where the platform cannot tell
/// @param peakRssBytes the most memory that JVM held until the end of the pass; empty where the
///   platform cannot tell
/// @param peakThreads the most platform threads that JVM had during the pass
/// @param firstFailure of an item, as code and message; empty where none failed
public record PassResult(
        Instant startedAt,
        Optional<String> stopped,
        Counts counts,
        Duration wall,
        Duration unzip,
        Optional<Duration> upload,
        Optional<Duration> process,
        Optional<Latencies> latencies,
        long bytesStored,
        int retries,
        Optional<Duration> cpu,
        OptionalLong peakRssBytes,
        int peakThreads,
        Optional<String> firstFailure) {
    public PassResult {
        Objects.requireNonNull(startedAt);
        Objects.requireNonNull(stopped);
        Objects.requireNonNull(counts);
        Objects.requireNonNull(wall);
        Objects.requireNonNull(unzip);
        Objects.requireNonNull(upload);
        Objects.requireNonNull(process);
        Objects.requireNonNull(latencies);
        Objects.requireNonNull(cpu);
        Objects.requireNonNull(peakRssBytes);
        Objects.requireNonNull(firstFailure);
    }
}
