package dev.weft.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/// What every mode is given alike, in one place: results are comparable where the contracts are
/// equal.
///
/// Payloads are never signed and `Expect: 100-continue` is never sent, in any mode, so neither can
/// be set. All modes send the same request, header for header, but for what names the client and
/// the moment: User-Agent, X-Amz-Date, the signature and `amz-sdk-*`.
///
/// What differs by nature: the asynchronous mode runs on Netty, the others on Apache 5.
///
/// @param poolSize connections at most, and items open at most
/// @param connectTimeout for a connection to be made
/// @param acquireTimeout for a connection of the pool to become free
/// @param attemptTimeout for one attempt of a request
/// @param callTimeout for a request with all of its attempts
/// @param maxAttempts of a request, the first one counted
/// @param checksum what goes along with the bytes
public record FairnessContract(
        int poolSize,
        Duration connectTimeout,
        Duration acquireTimeout,
        Duration attemptTimeout,
        Duration callTimeout,
        int maxAttempts,
        Checksum checksum) {
    /// The value of `x-amz-content-sha256` that every mode sends.
    public static final String PAYLOAD_SIGNING = "UNSIGNED-PAYLOAD";

    /// The Expect header that every mode sends.
    public static final String EXPECT = "none";

    /// How every mode retries: exponential backoff with jitter and a token bucket, as the SDK's
    /// standard mode defines it.
    public static final String RETRY_MODE = "standard";

    /// How long every mode keeps a connection that nobody uses. Left alone, the SDK's asynchronous
    /// client would give up in 5 s what the blocking one keeps for 60 s, and connect anew after a
    /// long verification.
    public static final Duration IDLE_LIMIT = Duration.ofSeconds(60);

    private static final int ATTEMPTS = 3;

    /// What an upload may be as slow as.
    private static final long BYTES_PER_SECOND = 100 * 1024;

    /// The most that S3 takes in one request. What an archive states beyond that may be absurd.
    private static final long LARGEST_UPLOAD_BYTES = 5L << 30;

    public FairnessContract {
        Objects.requireNonNull(connectTimeout);
        Objects.requireNonNull(acquireTimeout);
        Objects.requireNonNull(attemptTimeout);
        Objects.requireNonNull(callTimeout);
        Objects.requireNonNull(checksum);
        if (!connectTimeout.isPositive()
                || !acquireTimeout.isPositive()
                || !attemptTimeout.isPositive()
                || attemptTimeout.compareTo(callTimeout) > 0) {
            throw new IllegalArgumentException(
                    "timeouts to connect %s, to acquire %s, of an attempt %s and of a call %s must be above 0, and a call as long as an attempt"
                            .formatted(
                                    connectTimeout, acquireTimeout, attemptTimeout, callTimeout));
        }
        if (poolSize < 1 || maxAttempts < 1) {
            throw new IllegalArgumentException(
                    "pool size %d and attempts %d must be at least 1"
                            .formatted(poolSize, maxAttempts));
        }
    }

    /// The contract for small items and requests without a body.
    public static FairnessContract standard(int poolSize) {
        return standard(poolSize, 0, Optional.empty());
    }

    /// The contract that a run has where nothing else was asked for. An attempt has 30 s, the
    /// latency, and 1 s for each 100 KiB; a call has the time of one attempt more than it may have.
    ///
    /// @param largestItemBytes the size of the largest item of the run
    /// @param latency the longest that the embedded server makes an upload wait; empty where the
    ///   server is not ours
    public static FairnessContract standard(
            int poolSize, long largestItemBytes, Optional<Duration> latency) {
        long bytes = Math.min(largestItemBytes, LARGEST_UPLOAD_BYTES);
        Duration attempt =
                Duration.ofSeconds(30 + Math.ceilDiv(bytes, BYTES_PER_SECOND))
                        .plus(latency.orElse(Duration.ZERO));
        return new FairnessContract(
                poolSize,
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                attempt,
                attempt.multipliedBy(ATTEMPTS + 1L),
                ATTEMPTS,
                Checksum.CRC32);
    }

    /// One word for all that is the same for every mode of an experiment: this contract, the
    /// target, the conditions and the kind of items, but not their number and their archive's name,
    /// so that sizes of one experiment stand in one group.
    ///
    /// @return the first 12 hexadecimal digits of a SHA-256
    public String hash(Target target, ItemsSummary items, Conditions conditions) {
        String canonical =
                String.join(
                        "\n",
                        toString(),
                        PAYLOAD_SIGNING,
                        EXPECT,
                        RETRY_MODE,
                        IDLE_LIMIT.toString(),
                        target.label(),
                        target.region(),
                        target.bucket(),
                        Boolean.toString(target.pathStyle()),
                        target.faults().toString(),
                        items.fileBytes().toString(),
                        items.content(),
                        items.seed().toString(),
                        conditions.toString());
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(canonical.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
