package dev.weft.server;

/// The embedded server cannot start here. The message is one sentence for a user: what is wrong,
/// where, and what to do.
public final class ServerStartException extends Exception {
    private static final long serialVersionUID = 1L;

    ServerStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
