package dev.weft.calibrate;

/// Thrown if a calibration fails. The message is one sentence for the user: what happened, where,
/// and what to do.
public final class CalibrationException extends Exception {
    private static final long serialVersionUID = 1L;

    /// Creates an exception without a cause.
    public CalibrationException(String message) {
        super(message);
    }

    /// Creates an exception with a cause.
    public CalibrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
