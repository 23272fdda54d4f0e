package dev.weft.cli;

import dev.weft.session.RetrySettings;
import dev.weft.session.UsageException;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Options of timeouts, retries and limits of failures.
final class RetryOptions {
    private static final Duration LEAST = Duration.ofMillis(1);
    private static final Duration MOST = Duration.ofHours(24);
    private static final int MOST_ATTEMPTS = 100;

    @Option(
            names = "--connect-timeout",
            paramLabel = "TIME",
            converter = Converters.OfDuration.class,
            description = "for a connection to be made (default: 5s)")
    Optional<Duration> connectTimeout = Optional.empty();

    @Option(
            names = "--attempt-timeout",
            paramLabel = "TIME",
            converter = Converters.OfDuration.class,
            description =
                    "for one attempt of an upload (default: 30s, and 1s for each 100KiB of the largest file)")
    Optional<Duration> attemptTimeout = Optional.empty();

    @Option(
            names = "--call-timeout",
            paramLabel = "TIME",
            converter = Converters.OfDuration.class,
            description =
                    "for an upload with all of its attempts (default: the time of one attempt more than it may have)")
    Optional<Duration> callTimeout = Optional.empty();

    @Option(
            names = "--max-attempts",
            paramLabel = "NUMBER",
            description = "attempts of an upload, the first one counted (default: 3)")
    Optional<Integer> maxAttempts = Optional.empty();

    @Option(
            names = "--max-failures",
            paramLabel = "SHARE",
            converter = Converters.OfPercentage.class,
            description =
                    "end a pass where more of its uploads failed; 100%% never does (default: 50%%)")
    Optional<Double> maxFailures = Optional.empty();

    @Option(
            names = "--stall-timeout",
            paramLabel = "TIME",
            converter = Converters.OfDuration.class,
            description =
                    "end a pass in which no upload begins or ends for so long (default: the call timeout and 10s)")
    Optional<Duration> stallTimeout = Optional.empty();

    /// Checks the options. Each error names the option and its range.
    RetrySettings checked() throws UsageException {
        checkTime("--connect-timeout", connectTimeout);
        checkTime("--attempt-timeout", attemptTimeout);
        checkTime("--call-timeout", callTimeout);
        checkTime("--stall-timeout", stallTimeout);
        if (attemptTimeout.isPresent()
                && callTimeout.isPresent()
                && attemptTimeout.get().compareTo(callTimeout.get()) > 0) {
            throw new UsageException(
                    "--attempt-timeout is longer than --call-timeout; a call has one attempt or more");
        }
        int attempts = maxAttempts.orElse(1);
        if (attempts < 1 || attempts > MOST_ATTEMPTS) {
            throw new UsageException(
                    "--max-attempts is %d; it is a whole number from 1 to %d"
                            .formatted(attempts, MOST_ATTEMPTS));
        }
        if (maxFailures.orElse(1.0) > 1) {
            throw new UsageException("--max-failures is above 100%; it is a share from 0% to 100%");
        }
        return new RetrySettings(
                connectTimeout,
                attemptTimeout,
                callTimeout,
                maxAttempts,
                maxFailures,
                stallTimeout);
    }

    private static void checkTime(String option, Optional<Duration> time) throws UsageException {
        if (time.isPresent()
                && (time.get().compareTo(LEAST) < 0 || time.get().compareTo(MOST) > 0)) {
            throw new UsageException(
                    "%s is out of range; it is a time from 1ms to 24h".formatted(option));
        }
    }
}
