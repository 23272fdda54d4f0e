package dev.weft.record;

/// Results that cannot be written or read. The message is one sentence for a person: what happened,
/// where, and what to change.
public final class RecordException extends Exception {
    private static final long serialVersionUID = 1;

    RecordException(String message) {
        super(message);
    }

    RecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
