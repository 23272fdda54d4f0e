package dev.weft.calibrate;

import dev.weft.runjson.Calibration.Bandwidth;
import dev.weft.stats.Quantiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Measures bandwidth separately from latency, by the time difference between two body sizes.
///
/// A round uploads one body over each of k connections at once. With latency L and bandwidth B it
/// takes L + k·s/B for bodies of s bytes. Two sizes give B = k·(s2 - s1)/(t2 - t1), independent of
/// L. The result uses the median of up to three such differences.
record BandwidthProbe(Round round, int connections) {
    /// Largest number of parallel connections.
    static final int MOST_CONNECTIONS = 8;

    /// Size of the largest body.
    static final int LARGEST_BYTES = 8 * 1024 * 1024;

    private static final int SMALL_BYTES = 256 * 1024;
    private static final int MEDIUM_BYTES = 1024 * 1024;

    /// Target duration of a round with large bodies.
    private static final Duration TARGET_ROUND = Duration.ofMillis(500);

    private static final int MOST_PAIRS = 3;

    /// Largest number of rounds of a measurement.
    static final int MOST_ROUNDS = 2 + 1 + 2 * MOST_PAIRS;

    /// Largest number of bytes that a measurement sends over each connection.
    static final long MOST_BYTES_EACH =
            (2L + MOST_PAIRS) * SMALL_BYTES + MEDIUM_BYTES + (long) MOST_PAIRS * LARGEST_BYTES;

    /// Total time of the pairs after which no further pair starts.
    private static final Duration TIME_LIMIT = Duration.ofSeconds(5);

    /// Uploads one body over each connection at once.
    @FunctionalInterface
    interface Round {
        /// Runs a round and returns the nanoseconds until the last response.
        long nanos(int bytesEach) throws CalibrationException, InterruptedException;
    }

    /// Measures the bandwidth. Empty if larger bodies take no longer.
    Optional<Bandwidth> measure() throws CalibrationException, InterruptedException {
        // Opens the connections and warms them up.
        var _ = round.nanos(SMALL_BYTES);
        int largeBytes = largeBytes(round.nanos(SMALL_BYTES));
        List<Long> differences = new ArrayList<>();
        long elapsed = 0;
        while (differences.isEmpty()
                || (differences.size() < MOST_PAIRS && elapsed < TIME_LIMIT.toNanos())) {
            long small = round.nanos(SMALL_BYTES);
            long large = round.nanos(largeBytes);
            differences.add(large - small);
            elapsed += small + large;
        }
        return bandwidth((long) connections * (largeBytes - SMALL_BYTES), medianOf(differences));
    }

    /// Estimates the body size that fills the target duration, from the time of a medium body.
    private int largeBytes(long smallNanos) throws CalibrationException, InterruptedException {
        if (smallNanos > TARGET_ROUND.toNanos() / 2) {
            return 2 * SMALL_BYTES;
        }
        long difference = round.nanos(MEDIUM_BYTES) - smallNanos;
        if (difference <= 0) {
            return LARGEST_BYTES;
        }
        double bytesPerNano = (double) (MEDIUM_BYTES - SMALL_BYTES) / difference;
        double estimatedBytes = SMALL_BYTES + (TARGET_ROUND.toNanos() - smallNanos) * bytesPerNano;
        return (int) Math.clamp(estimatedBytes, 2.0 * SMALL_BYTES, LARGEST_BYTES);
    }

    private Optional<Bandwidth> bandwidth(long bytes, long nanos) {
        if (nanos <= 0) {
            return Optional.empty();
        }
        long bytesPerSecond = Math.round(bytes * (double) Duration.ofSeconds(1).toNanos() / nanos);
        return Optional.of(new Bandwidth(Math.max(1, bytesPerSecond), connections));
    }

    private static long medianOf(List<Long> values) {
        return Math.round(
                Quantiles.median(values.stream().mapToDouble(Long::doubleValue).toArray()));
    }
}
