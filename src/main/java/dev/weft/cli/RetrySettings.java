package dev.weft.cli;

import dev.weft.plan.AbortLimits;
import dev.weft.plan.FairnessContract;
import java.time.Duration;
import java.util.Optional;

/// How long an upload is to be tried, and when a pass is to be ended: what was asked for instead of
/// what is usual.
record RetrySettings(
        Optional<Duration> connectTimeout,
        Optional<Duration> attemptTimeout,
        Optional<Duration> callTimeout,
        Optional<Integer> maxAttempts,
        Optional<Double> maxFailures,
        Optional<Duration> stallTimeout) {
    private static final Duration LEAST = Duration.ofMillis(1);
    private static final Duration MOST = Duration.ofHours(24);
    private static final int MOST_ATTEMPTS = 100;

    /// Checks the options; each complaint names the option and what is allowed.
    static RetrySettings of(RetryOptions options) throws UsageException {
        checkTime("--connect-timeout", options.connectTimeout);
        checkTime("--attempt-timeout", options.attemptTimeout);
        checkTime("--call-timeout", options.callTimeout);
        checkTime("--stall-timeout", options.stallTimeout);
        if (options.attemptTimeout.isPresent()
                && options.callTimeout.isPresent()
                && options.attemptTimeout.get().compareTo(options.callTimeout.get()) > 0) {
            throw new UsageException(
                    "--attempt-timeout is longer than --call-timeout; a call has one attempt or more");
        }
        int attempts = options.maxAttempts.orElse(1);
        if (attempts < 1 || attempts > MOST_ATTEMPTS) {
            throw new UsageException(
                    "--max-attempts is %d; it is a whole number from 1 to %d"
                            .formatted(attempts, MOST_ATTEMPTS));
        }
        if (options.maxFailures.orElse(1.0) > 1) {
            throw new UsageException("--max-failures is above 100%; it is a share from 0% to 100%");
        }
        return new RetrySettings(
                options.connectTimeout,
                options.attemptTimeout,
                options.callTimeout,
                options.maxAttempts,
                options.maxFailures,
                options.stallTimeout);
    }

    private static void checkTime(String option, Optional<Duration> time) throws UsageException {
        if (time.isPresent()
                && (time.get().compareTo(LEAST) < 0 || time.get().compareTo(MOST) > 0)) {
            throw new UsageException(
                    "%s is out of range; it is a time from 1ms to 24h".formatted(option));
        }
    }

    /// The usual terms, changed as asked.
    FairnessContract terms(FairnessContract usual) {
        int attempts = maxAttempts.orElse(usual.maxAttempts());
        Duration attempt = attemptTimeout.orElse(usual.attemptTimeout());
        Duration call = callTimeout.orElse(attempt.multipliedBy(attempts + 1L));
        return new FairnessContract(
                usual.poolSize(),
                connectTimeout.orElse(usual.connectTimeout()),
                usual.acquireTimeout(),
                attempt.compareTo(call) > 0 ? call : attempt,
                call,
                attempts,
                usual.checksum());
    }

    /// The usual tolerance under those terms, changed as asked.
    AbortLimits tolerance(FairnessContract terms) {
        AbortLimits usual = AbortLimits.standard(terms);
        return new AbortLimits(
                maxFailures.orElse(usual.failedShare()), stallTimeout.orElse(usual.stall()));
    }
}
