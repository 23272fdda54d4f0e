package dev.weft.process;

import tools.jackson.core.JacksonException;

/// Reports a line of input that is not a valid message.
public final class ProtocolException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int MAXIMUM_LENGTH = 200;

    private ProtocolException(String message) {
        super(message);
    }

    /// For a line that is not a JSON object.
    static ProtocolException noMessage(String line) {
        return new ProtocolException(
                "it sent something else than a message: "
                        + (line.length() <= MAXIMUM_LENGTH
                                ? line
                                : line.substring(0, MAXIMUM_LENGTH) + "..."));
    }

    /// For a damaged or unknown message. Leaves out the line and the parser's message, which may
    /// contain keys.
    static ProtocolException notUnderstood(JacksonException cause) {
        return new ProtocolException(
                "it sent a message that this weft does not know (%s)"
                        .formatted(cause.getClass().getSimpleName()));
    }
}
