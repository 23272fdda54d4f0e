package dev.weft.csv;

/// Thrown if results cannot be written or read. The message states what happened, to which file,
/// and what to change.
public final class RecordException extends Exception {
    private static final long serialVersionUID = 1;

    public RecordException(String message) {
        super(message);
    }

    public RecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
