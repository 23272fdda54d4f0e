package dev.weft.server;

/// The embedded server cannot start. The message is one sentence for a user: what, where, what to
/// do.
public final class ServerStartException extends Exception {
    private static final long serialVersionUID = 1L;

    /// Creates an exception without a cause.
    public ServerStartException(String message) {
        super(message);
    }

    /// Creates an exception with a cause.
    public ServerStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
