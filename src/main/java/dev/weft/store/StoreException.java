package dev.weft.store;

/// The server cannot be reached, or refuses. The message is one sentence for a person: what, where,
/// what to do.
public final class StoreException extends Exception {
    private static final long serialVersionUID = 1L;

    /// An exception without a cause.
    public StoreException(String message) {
        super(message);
    }

    /// An exception with its cause.
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
