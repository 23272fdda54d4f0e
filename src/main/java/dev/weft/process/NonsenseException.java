package dev.weft.process;

/// A line that is no message.
public final class NonsenseException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 200;

    NonsenseException(String line, Throwable cause) {
        super(
                "it said what is no message: "
                        + (line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "..."),
                cause);
    }
}
