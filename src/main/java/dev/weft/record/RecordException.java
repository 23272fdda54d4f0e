package dev.weft.record;

/// Thrown if results cannot be written or read. The message states what happened, to which file,
/// and what to change.
public final class RecordException extends Exception {
    private static final long serialVersionUID = 1;

    RecordException(String message) {
        super(message);
    }

    RecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
