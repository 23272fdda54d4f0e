package dev.weft.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/// Terms that are equal for all modes. Results with equal contracts are comparable.
///
/// No mode signs payloads or sends `Expect: 100-continue`, so neither is a setting. All modes send
/// the same request headers, except those that name the client and the time: User-Agent,
/// X-Amz-Date, the signature and `amz-sdk-*`.
///
/// The HTTP client differs by nature: the asynchronous mode uses Netty, the others Apache 5.
///
/// @param poolSize largest number of connections and of items in flight
/// @param connectTimeout timeout of opening a connection
/// @param acquireTimeout timeout of waiting for a free connection of the pool
/// @param attemptTimeout timeout of one attempt of a request
/// @param callTimeout timeout of a request with all its attempts
/// @param maxAttempts largest number of attempts of a request, including the first
/// @param checksum checksum that an upload carries
public record FairnessContract(
        int poolSize,
        Duration connectTimeout,
        Duration acquireTimeout,
        Duration attemptTimeout,
        Duration callTimeout,
        int maxAttempts,
        Checksum checksum) {
    /// Value of `x-amz-content-sha256` in every mode.
    public static final String PAYLOAD_SIGNING = "UNSIGNED-PAYLOAD";

    /// Expect header in every mode.
    public static final String EXPECT = "none";

    /// Retry mode of the SDK in every mode: exponential backoff with jitter and a token bucket.
    public static final String RETRY_MODE = "standard";

    /// Time that every mode keeps an idle connection. By default the SDK's asynchronous client
    /// closes it after 5 s and the blocking client after 60 s, so that only the former would
    /// reconnect after a long verification.
    public static final Duration IDLE_LIMIT = Duration.ofSeconds(60);

    private static final int ATTEMPTS = 3;

    /// Slowest expected rate of an upload.
    private static final long BYTES_PER_SECOND = 100 * 1024;

    /// Largest size that S3 accepts in one request. The sizes in an archive may be absurd.
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

    /// Returns the contract for small items and requests without a body.
    public static FairnessContract standard(int poolSize) {
        return standard(poolSize, 0, Optional.empty());
    }

    /// Returns the default contract of a run. An attempt has 30 s, the latency, and 1 s for each
    /// 100 KiB. A call has the time of one further attempt.
    ///
    /// @param largestItemBytes size of the largest item of the run
    /// @param latency longest latency of the embedded server; empty for another server
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

    /// Returns the fairness hash: a digest of all that is equal for the modes of an experiment. It
    /// covers this contract, the target, the conditions and the kind of items. It excludes their
    /// number and the name of their archive, so that the sizes of one experiment form one group.
    ///
    /// @return first 12 hexadecimal digits of a SHA-256
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
