package dev.weft.record;

import java.util.Objects;

/// End of a pass before its last item. The pass handed out no more items and counts the rest as not
/// attempted.
///
/// @param reason one sentence
public record EarlyStop(Cause cause, String reason) {
    public EarlyStop {
        Objects.requireNonNull(cause);
        Objects.requireNonNull(reason);
    }

    /// Cause of an early stop.
    public enum Cause {
        /// The user or a signal stopped the run.
        INTERRUPTED(PassStatus.INTERRUPTED),
        /// Too many uploads failed.
        TOO_MANY_FAILURES(PassStatus.FAILED),
        /// No item started or ended within the time limit.
        STALLED(PassStatus.TIMED_OUT);

        private final PassStatus status;

        Cause(PassStatus status) {
            this.status = status;
        }

        /// Returns the status of the pass.
        public PassStatus status() {
            return status;
        }
    }

    /// Returns true if the pass itself is the cause. The rest of its trial would fare no better.
    public boolean endsTrial() {
        return cause != Cause.INTERRUPTED;
    }
}
