package dev.weft.cli;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The options that say how long an upload is tried, and when a pass is ended. [RetrySettings] is
/// what becomes of them.
final class RetryOptions {
    @Option(
            names = "--connect-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "for a connection to be made (default: 5s)")
    Optional<Duration> connectTimeout = Optional.empty();

    @Option(
            names = "--attempt-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "for one attempt of an upload (default: 30s, and 1s for each 100KiB of the largest file)")
    Optional<Duration> attemptTimeout = Optional.empty();

    @Option(
            names = "--call-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
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
            converter = PercentConverter.class,
            description =
                    "end a pass where more of its uploads failed; 100%% never does (default: 50%%)")
    Optional<Double> maxFailures = Optional.empty();

    @Option(
            names = "--stall-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "end a pass in which no upload begins or ends for so long (default: the call timeout and 10s)")
    Optional<Duration> stallTimeout = Optional.empty();
}
