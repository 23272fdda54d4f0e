package dev.weft.calibrate;

import dev.weft.record.Calibration.Bandwidth;
import dev.weft.stats.Quantiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells bandwidth from latency: the time that more bytes take more.
///
/// A round puts one body over each of k connections at once. With latency L and bandwidth B it
/// takes L + k·s/B for bodies of s bytes, so that two sizes give B = k·(s2 - s1)/(t2 - t1),
/// whatever L is. The median of three such differences counts.
record BandwidthProbe(Round round, int connections) {
    /// Connections that are used at once, at most.
    static final int MOST_CONNECTIONS = 8;

    /// The largest body there is.
    static final int LARGEST_BYTES = 8 * 1024 * 1024;

    private static final int SMALL_BYTES = 256 * 1024;
    private static final int TRIAL_BYTES = 1024 * 1024;

    /// What a round of the larger size is meant to take, at most.
    private static final Duration LONG_ROUND = Duration.ofMillis(500);

    private static final int PAIRS = 3;

    /// The most rounds that a measurement makes.
    static final int MOST_ROUNDS = 2 + 1 + 2 * PAIRS;

    /// The most bytes that it puts over each connection.
    static final long MOST_BYTES_EACH =
            (2L + PAIRS) * SMALL_BYTES + TRIAL_BYTES + (long) PAIRS * LARGEST_BYTES;

    /// No pair begins after so much time.
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /// Puts one body over each connection at once.
    @FunctionalInterface
    interface Round {
        /// How long it took until all were answered, in nanoseconds.
        long nanos(int bytesEach) throws CalibrationException, InterruptedException;
    }

    /// The bandwidth; empty where more bytes took no more time.
    Optional<Bandwidth> measure() throws CalibrationException, InterruptedException {
        // It connects, and warms up.
        var _ = round.nanos(SMALL_BYTES);
        int largeBytes = largeBytes(round.nanos(SMALL_BYTES));
        List<Long> differences = new ArrayList<>();
        long elapsed = 0;
        while (differences.isEmpty()
                || (differences.size() < PAIRS && elapsed < LONGEST.toNanos())) {
            long small = round.nanos(SMALL_BYTES);
            long large = round.nanos(largeBytes);
            differences.add(large - small);
            elapsed += small + large;
        }
        return bandwidth((long) connections * (largeBytes - SMALL_BYTES), medianOf(differences));
    }

    /// As many bytes as fit into a long round, by how much longer a medium body takes.
    private int largeBytes(long smallNanos) throws CalibrationException, InterruptedException {
        if (smallNanos > LONG_ROUND.toNanos() / 2) {
            return 2 * SMALL_BYTES;
        }
        long difference = round.nanos(TRIAL_BYTES) - smallNanos;
        if (difference <= 0) {
            return LARGEST_BYTES;
        }
        double bytesPerNano = (double) (TRIAL_BYTES - SMALL_BYTES) / difference;
        double fitting = SMALL_BYTES + (LONG_ROUND.toNanos() - smallNanos) * bytesPerNano;
        return (int) Math.clamp(fitting, 2.0 * SMALL_BYTES, LARGEST_BYTES);
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
