package dev.weft.store;

/// Reports that the server is unreachable or refuses a request. The message is one sentence for the
/// user: what happened, where, and what to do.
public final class StoreException extends Exception {
    private static final long serialVersionUID = 1L;

    /// Creates an exception without a cause.
    public StoreException(String message) {
        super(message);
    }

    /// Creates an exception with a cause.
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
