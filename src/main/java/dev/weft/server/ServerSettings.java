package dev.weft.server;

import dev.weft.plan.EntityTag;
import dev.weft.plan.FaultPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Settings of an embedded server.
///
/// @param host address to listen on
/// @param port port to listen on; 0 for a free one
/// @param bucket bucket that exists from the start
/// @param faults latency and faults of uploads
/// @param credentials the only accepted credentials
/// @param memoryBytes largest size of bodies in memory; the rest goes to the spill file; empty for
///   a quarter of the heap of the server's JVM
/// @param spillFolder existing folder for the spill file
/// @param entityTag content of the entity tags of objects that arrive in one piece
public record ServerSettings(
        String host,
        int port,
        String bucket,
        FaultPlan faults,
        ServerCredentials credentials,
        OptionalLong memoryBytes,
        Path spillFolder,
        EntityTag entityTag) {
    /// Address that only this machine can reach.
    public static final String LOOPBACK = "127.0.0.1";

    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final int HIGHEST_PORT = 65_535;

    public ServerSettings {
        Objects.requireNonNull(host);
        Objects.requireNonNull(bucket);
        Objects.requireNonNull(faults);
        Objects.requireNonNull(credentials);
        Objects.requireNonNull(memoryBytes);
        Objects.requireNonNull(spillFolder);
        Objects.requireNonNull(entityTag);
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
        if (memoryBytes.isPresent() && memoryBytes.getAsLong() < 0) {
            throw new IllegalArgumentException(
                    "memory limit %d is negative".formatted(memoryBytes.getAsLong()));
        }
    }

    /// Returns the settings of a server on a free port of the loopback address, with new
    /// credentials, no latency and MD5 as entity tags.
    public static ServerSettings onLoopback(String bucket, Path spillFolder) {
        return new ServerSettings(
                LOOPBACK,
                0,
                bucket,
                FaultPlan.of(Duration.ZERO),
                ServerCredentials.random(),
                OptionalLong.empty(),
                spillFolder,
                EntityTag.MD5);
    }

    /// Returns a copy with another port; 0 for a free one.
    public ServerSettings withPort(int port) {
        return new ServerSettings(
                host, port, bucket, faults, credentials, memoryBytes, spillFolder, entityTag);
    }

    /// Returns a copy without faults and with a constant latency of uploads.
    public ServerSettings withPutLatency(Duration putLatency) {
        return withFaults(FaultPlan.of(putLatency));
    }

    /// Returns a copy with another fault plan.
    public ServerSettings withFaults(FaultPlan faults) {
        return new ServerSettings(
                host, port, bucket, faults, credentials, memoryBytes, spillFolder, entityTag);
    }

    /// Returns a copy with another folder for the spill file.
    public ServerSettings withSpillFolder(Path spillFolder) {
        return new ServerSettings(
                host, port, bucket, faults, credentials, memoryBytes, spillFolder, entityTag);
    }

    /// Returns a copy with another limit of bodies in memory.
    public ServerSettings withMemoryBytes(long memoryBytes) {
        return new ServerSettings(
                host,
                port,
                bucket,
                faults,
                credentials,
                OptionalLong.of(memoryBytes),
                spillFolder,
                entityTag);
    }

    /// Returns a copy with other entity tags.
    public ServerSettings withEntityTag(EntityTag entityTag) {
        return new ServerSettings(
                host, port, bucket, faults, credentials, memoryBytes, spillFolder, entityTag);
    }
}
