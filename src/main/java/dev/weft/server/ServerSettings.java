package dev.weft.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;

/// How an embedded server is to be.
///
/// @param host the address to listen on
/// @param port the port to listen on; 0 for a free one
/// @param bucket the bucket that exists from the start
/// @param putLatency the least time from the arrival of an object or part to its acknowledgement
/// @param credentials the only keys that are accepted
/// @param memoryBytes bodies kept in memory at most; what does not fit goes to the spill file
/// @param spillFolder an existing folder for the spill file
public record ServerSettings(
        String host,
        int port,
        String bucket,
        Duration putLatency,
        ServerCredentials credentials,
        long memoryBytes,
        Path spillFolder) {
    /// The address that only this machine can reach.
    public static final String LOOPBACK = "127.0.0.1";

    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final int HIGHEST_PORT = 65_535;

    public ServerSettings {
        Objects.requireNonNull(host);
        Objects.requireNonNull(bucket);
        Objects.requireNonNull(putLatency);
        Objects.requireNonNull(credentials);
        Objects.requireNonNull(spillFolder);
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "port %d is not one of 0 to %d".formatted(port, HIGHEST_PORT));
        }
        if (!BUCKET.matcher(bucket).matches()) {
            throw new IllegalArgumentException(
                    ("'%s' is not a bucket name: 3 to 63 lower-case letters, digits, dots and"
                                    + " hyphens, with a letter or digit at both ends")
                            .formatted(bucket));
        }
        if (putLatency.isNegative()) {
            throw new IllegalArgumentException("latency %s is negative".formatted(putLatency));
        }
        long mostMemoryBytes = Runtime.getRuntime().maxMemory() / 2;
        if (memoryBytes < 0 || memoryBytes > mostMemoryBytes) {
            throw new IllegalArgumentException(
                    "memory limit %d is not one of 0 to %d, half of the heap"
                            .formatted(memoryBytes, mostMemoryBytes));
        }
    }

    /// A server on a free port of the loopback address, with new credentials, no added latency and
    /// the [#defaultMemoryBytes] for bodies.
    public static ServerSettings onLoopback(String bucket, Path spillFolder) {
        return new ServerSettings(
                LOOPBACK,
                0,
                bucket,
                Duration.ZERO,
                ServerCredentials.random(),
                defaultMemoryBytes(),
                spillFolder);
    }

    /// A quarter of the heap: another quarter may go to the index, and collectors need the rest.
    public static long defaultMemoryBytes() {
        return Runtime.getRuntime().maxMemory() / 4;
    }

    /// The same with another port; 0 for a free one.
    public ServerSettings withPort(int port) {
        return new ServerSettings(
                host, port, bucket, putLatency, credentials, memoryBytes, spillFolder);
    }

    /// The same with another latency of uploads.
    public ServerSettings withPutLatency(Duration putLatency) {
        return new ServerSettings(
                host, port, bucket, putLatency, credentials, memoryBytes, spillFolder);
    }

    /// The same with another limit for bodies in memory.
    public ServerSettings withMemoryBytes(long memoryBytes) {
        return new ServerSettings(
                host, port, bucket, putLatency, credentials, memoryBytes, spillFolder);
    }
}
