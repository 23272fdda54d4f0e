package dev.weft.process;

import tools.jackson.core.JacksonException;

/// A line that is no message.
public final class ProtocolException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 200;

    private ProtocolException(String message) {
        super(message);
    }

    /// A line of somebody who does not talk in messages.
    static ProtocolException noMessage(String line) {
        return new ProtocolException(
                "it said what is no message: "
                        + (line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "..."));
    }

    /// A damaged or unknown message. Neither it nor what the parser says of it is shown: there may
    /// be keys in it.
    static ProtocolException notUnderstood(JacksonException cause) {
        return new ProtocolException(
                "it said a message that is not understood (%s)"
                        .formatted(cause.getClass().getSimpleName()));
    }
}
