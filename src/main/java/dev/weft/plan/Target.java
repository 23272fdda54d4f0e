package dev.weft.plan;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/// The S3 that is written to.
///
/// @param kind whose server it is
/// @param endpoint the server's address; empty for Amazon S3 itself
/// @param region the region that requests are signed for
/// @param bucket the bucket, which exists
/// @param pathStyle the bucket in the path of the URL instead of in its host name
/// @param faults how the embedded server treats uploads; empty where the server is not ours
/// @param caFile the absolute path of a file with certificates, in PEM form, of authorities that
///   are trusted beside those that the JDK knows; empty where there are none
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

    /// A target whose certificate, if it has one, an authority signed that the JDK knows.
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

    /// The same, where an authority of that file is trusted, too.
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

    /// Whose server it is.
    public enum Kind {
        /// The server that weft starts for a run.
        EMBEDDED,
        /// A server that somebody else runs.
        CONFIGURED
    }

    /// The least time that the embedded server takes for an upload, the median where it differs;
    /// empty where the server is not ours.
    public Optional<Duration> latency() {
        return faults.map(plan -> plan.latency().median());
    }

    /// The target in one word, for tables and files.
    public String label() {
        return switch (kind) {
            case EMBEDDED -> "embedded";
            case CONFIGURED -> endpoint.map(URI::toString).orElse("s3:" + region);
        };
    }
}
