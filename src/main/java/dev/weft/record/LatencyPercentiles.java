package dev.weft.record;

/// Percentiles of the service times of the stored items of a pass, in nanoseconds. A service time
/// is the time from the start of the request to its end.
public record LatencyPercentiles(long p50Nanos, long p90Nanos, long p99Nanos, long maxNanos) {}
