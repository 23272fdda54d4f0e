package dev.weft.run;

/// A trial that could not go on: its JVM died, hung, or could not read the archive. The message is
/// for the results.
public final class TrialException extends Exception {
    private static final long serialVersionUID = 1L;

    /// An exception without a cause.
    public TrialException(String message) {
        super(message);
    }

    /// An exception with its cause.
    public TrialException(String message, Throwable cause) {
        super(message, cause);
    }
}
