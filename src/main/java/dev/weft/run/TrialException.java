package dev.weft.run;

import dev.weft.record.PassStatus;

/// Reports that a trial failed: its JVM died or hung, or the archive was unreadable. The message
/// goes into the results.
public final class TrialException extends Exception {
    private static final long serialVersionUID = 1L;

    private final PassStatus status;

    /// Creates an exception without a cause, with the status [PassStatus#FAILED].
    public TrialException(String message) {
        this(message, PassStatus.FAILED);
    }

    /// Creates an exception with a particular status for the lost pass.
    public TrialException(String message, PassStatus status) {
        super(message);
        this.status = status;
    }

    /// Creates an exception with a cause, with the status [PassStatus#FAILED].
    public TrialException(String message, Throwable cause) {
        super(message, cause);
        this.status = PassStatus.FAILED;
    }

    /// Status of the pass that was lost with the trial.
    public PassStatus status() {
        return status;
    }
}
