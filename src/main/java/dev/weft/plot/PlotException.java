package dev.weft.plot;

/// Nothing to draw, or nothing to draw with. The message is one sentence for a person: why, and
/// what to do.
public final class PlotException extends Exception {
    private static final long serialVersionUID = 1;

    PlotException(String message) {
        super(message);
    }

    PlotException(String message, Throwable cause) {
        super(message, cause);
    }
}
