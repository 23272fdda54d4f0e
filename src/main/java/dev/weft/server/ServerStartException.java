package dev.weft.server;

/// The embedded server cannot start here. The message is one sentence for a user: what is wrong,
/// where, and what to do.
public final class ServerStartException extends Exception {
    private static final long serialVersionUID = 1L;

    /// An exception without a cause.
    public ServerStartException(String message) {
        super(message);
    }

    /// An exception with its cause.
    public ServerStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
