package dev.weft.plan;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/// Upload target: a bucket of an S3 server.
///
/// @param kind whether the server is embedded
/// @param endpoint address of the server; empty for Amazon S3
/// @param region region of the signatures
/// @param bucket existing bucket
/// @param pathStyle whether the bucket is in the path of the URL instead of its host name
/// @param faults fault plan of the embedded server; empty for another server
/// @param caFile absolute path of a PEM file with further trusted certificate authorities; empty
///   for none
public record Target(
        Kind kind,
        Optional<URI> endpoint,
        String region,
        String bucket,
        boolean pathStyle,
        Credentials credentials,
        Optional<FaultPlan> faults,
        Optional<Path> caFile) {
    public Target {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(endpoint);
        Objects.requireNonNull(region);
        Objects.requireNonNull(bucket);
        Objects.requireNonNull(credentials);
        Objects.requireNonNull(faults);
        Objects.requireNonNull(caFile);
    }

    /// Creates a target that trusts the certificate authorities of the JDK only.
    public Target(
            Kind kind,
            Optional<URI> endpoint,
            String region,
            String bucket,
            boolean pathStyle,
            Credentials credentials,
            Optional<FaultPlan> faults) {
        this(kind, endpoint, region, bucket, pathStyle, credentials, faults, Optional.empty());
    }

    /// Returns a copy that also trusts the authorities of a file.
    public Target withCaFile(Path caFile) {
        return new Target(
                kind,
                endpoint,
                region,
                bucket,
                pathStyle,
                credentials,
                faults,
                Optional.of(caFile));
    }

    /// Kind of server.
    public enum Kind {
        /// The embedded server of a run.
        EMBEDDED,
        /// A server of the user.
        CONFIGURED
    }

    /// Returns the latency of the embedded server, or its median if it varies; empty for another
    /// server.
    public Optional<Duration> latency() {
        return faults.map(plan -> plan.latency().median());
    }

    /// Returns the name of the target in tables and files.
    public String label() {
        return switch (kind) {
            case EMBEDDED -> "embedded";
            case CONFIGURED -> endpoint.map(URI::toString).orElse("s3:" + region);
        };
    }
}
