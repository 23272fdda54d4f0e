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
/// @param latency what the embedded server adds to each upload; empty where the server is not ours
/// @param caFile the absolute path of a file with certificates, in PEM form, of authorities that
///   are trusted beside those that the JDK knows; empty where there are none
public record Target(
        Kind kind,
        Optional<URI> endpoint,
        String region,
        String bucket,
        boolean pathStyle,
        Credentials credentials,
        Optional<Duration> latency,
        Optional<Path> caFile) {
    public Target {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(endpoint);
        Objects.requireNonNull(region);
        Objects.requireNonNull(bucket);
        Objects.requireNonNull(credentials);
        Objects.requireNonNull(latency);
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
            Optional<Duration> latency) {
        this(kind, endpoint, region, bucket, pathStyle, credentials, latency, Optional.empty());
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
                latency,
                Optional.of(caFile));
    }

    /// Whose server it is.
    public enum Kind {
        /// The server that weft starts for a run.
        EMBEDDED,
        /// A server that somebody else runs.
        CONFIGURED
    }

    /// The target in one word, for tables and files.
    public String label() {
        return switch (kind) {
            case EMBEDDED -> "embedded";
            case CONFIGURED -> endpoint.map(URI::toString).orElse("s3:" + region);
        };
    }
}
