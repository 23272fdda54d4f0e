package dev.weft.calibrate;

/// A calibration that came to nothing. The message is one sentence for a person: what, where, what
/// to do.
public final class CalibrationException extends Exception {
    private static final long serialVersionUID = 1L;

    /// An exception without a cause.
    public CalibrationException(String message) {
        super(message);
    }

    /// An exception with its cause.
    public CalibrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
