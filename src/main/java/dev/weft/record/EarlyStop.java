package dev.weft.record;

import java.util.Objects;

/// How a pass was cut short: nothing more was handed out, and the rest was not attempted.
///
/// @param reason one sentence
public record EarlyStop(Cause cause, String reason) {
    public EarlyStop {
        Objects.requireNonNull(cause);
        Objects.requireNonNull(reason);
    }

    /// Who or what cut it.
    public enum Cause {
        /// Somebody stopped the run.
        STOPPED(PassStatus.INTERRUPTED),
        /// Too many of its uploads failed.
        GAVE_UP(PassStatus.FAILED),
        /// Nothing moved any more.
        STALLED(PassStatus.TIMED_OUT);

        private final PassStatus status;

        Cause(PassStatus status) {
            this.status = status;
        }

        /// The status of such a pass.
        public PassStatus status() {
            return status;
        }
    }

    /// Whether the pass itself was the reason, so that what its trial still had to do would be no
    /// better.
    public boolean endsTrial() {
        return cause != Cause.STOPPED;
    }
}
