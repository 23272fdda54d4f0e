package dev.weft.record;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// Measurements of a pass. The JVM of the trial sends them, and the rows of the results hold them.
///
/// @param wall timed region: from the first request to the unzip stage (cold: from building the
///   client) to the last acknowledgement
/// @param unzip busy time of the unzip stage
/// @param upload time from the first request to the last acknowledgement; empty if no request was
///   made
/// @param process time from the start of the JVM to the end of the pass; empty for all but the cold
///   pass
/// @param latencies empty if no item was stored
/// @param bytesStored bytes of the stored items
/// @param retries attempts beyond the first, over all items
/// @param failureCounts counts of throttled attempts and failed items
/// @param connectionWait time that requests waited for a connection, over all attempts of all
///   items; empty if it was not measured
/// @param peakVirtualThreads largest number of virtual threads that worked on items at once; 0 in a
///   mode without virtual threads, empty if they were not counted
/// @param usage resources that the JVM of the client used
public record PassMeasures(
        Duration wall,
        Duration unzip,
        Optional<Duration> upload,
        Optional<Duration> process,
        Optional<LatencyPercentiles> latencies,
        long bytesStored,
        int retries,
        FailureCounts failureCounts,
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
        Objects.requireNonNull(failureCounts);
        Objects.requireNonNull(connectionWait);
        Objects.requireNonNull(peakVirtualThreads);
        Objects.requireNonNull(usage);
        Objects.requireNonNull(counts);
    }

    /// Percentiles of the service times of the stored items of a pass, in nanoseconds. A service
    /// time is the time from the start of the request to its end.
    public record LatencyPercentiles(long p50Nanos, long p90Nanos, long p99Nanos, long maxNanos) {}
}
