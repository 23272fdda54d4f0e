package dev.weft.run;

import dev.weft.record.PassStatus;

/// A trial that could not go on: its JVM died, hung, or could not read the archive. The message is
/// for the results.
public final class TrialException extends Exception {
    private static final long serialVersionUID = 1L;

    private final PassStatus status;

    /// An exception without a cause.
    public TrialException(String message) {
        this(message, PassStatus.FAILED);
    }

    /// An exception whose pass is to have a status of its own.
    public TrialException(String message, PassStatus status) {
        super(message);
        this.status = status;
    }

    /// An exception with its cause.
    public TrialException(String message, Throwable cause) {
        super(message, cause);
        this.status = PassStatus.FAILED;
    }

    /// How the pass ended that was lost with the trial.
    public PassStatus status() {
        return status;
    }
}
