package dev.weft.session;

import dev.weft.plan.AbortLimits;
import dev.weft.plan.FairnessContract;
import java.time.Duration;
import java.util.Optional;

/// Timeouts, retries and limits of failure that the user set. Empty values stand for the defaults.
public record RetrySettings(
        Optional<Duration> connectTimeout,
        Optional<Duration> attemptTimeout,
        Optional<Duration> callTimeout,
        Optional<Integer> maxAttempts,
        Optional<Double> maxFailures,
        Optional<Duration> stallTimeout) {
    /// Returns the default contract with these settings.
    public FairnessContract terms(FairnessContract usual) {
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

    /// Returns the default limits of a contract with these settings.
    public AbortLimits tolerance(FairnessContract terms) {
        AbortLimits usual = AbortLimits.standard(terms);
        return new AbortLimits(
                maxFailures.orElse(usual.failedShare()), stallTimeout.orElse(usual.stall()));
    }
}
