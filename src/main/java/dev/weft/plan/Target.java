package dev.weft.plan;

import java.net.URI;
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
public record Target(
        Kind kind,
        Optional<URI> endpoint,
        String region,
        String bucket,
        boolean pathStyle,
        Credentials credentials,
        Optional<Duration> latency) {
    public Target {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(endpoint);
        Objects.requireNonNull(region);
        Objects.requireNonNull(bucket);
        Objects.requireNonNull(credentials);
        Objects.requireNonNull(latency);
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
