package dev.weft.cli;

/// What was asked for cannot be done as it stands. The message is one sentence: what, where, what
/// to do.
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
