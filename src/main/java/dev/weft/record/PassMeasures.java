package dev.weft.record;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// What a pass measured, in the JVM that ran it and in the rows of the results alike.
///
/// @param wall the timed region: from the first item asked of the unzip stage (cold: from the
///   building of the client) to the last acknowledgement
/// @param unzip busy time of the unzip stage
/// @param upload from the first request to the last acknowledgement; empty where no request was
///   made
/// @param process from the start of the JVM to the end of the pass; empty for all but the cold pass
/// @param latencies empty where nothing was stored
/// @param bytesStored of the stored items
/// @param retries attempts beyond the first, over all items
/// @param setbacks what did not go well
/// @param connectionWait how long requests waited for a connection, over all attempts of all items;
///   empty where nobody told
/// @param peakVirtualThreads the most virtual threads that worked on items at once; 0 in a mode
///   that has none, empty where nobody counted
/// @param usage what the pass took of the machine
public record PassMeasures(
        Duration wall,
        Duration unzip,
        Optional<Duration> upload,
        Optional<Duration> process,
        Optional<LatencyPercentiles> latencies,
        long bytesStored,
        int retries,
        FailureCounts setbacks,
        Optional<Duration> connectionWait,
        OptionalInt peakVirtualThreads,
        ResourceUsage usage,
        ItemCounts counts) {
    public PassMeasures {
        Objects.requireNonNull(wall);
        Objects.requireNonNull(unzip);
        Objects.requireNonNull(upload);
        Objects.requireNonNull(process);
        Objects.requireNonNull(latencies);
        Objects.requireNonNull(setbacks);
        Objects.requireNonNull(connectionWait);
        Objects.requireNonNull(peakVirtualThreads);
        Objects.requireNonNull(usage);
        Objects.requireNonNull(counts);
    }
}
