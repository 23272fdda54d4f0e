package dev.weft.plot;

/// Reports that there is nothing to draw, or that Java cannot draw on this machine. The message is
/// one sentence: the cause and the remedy.
public final class PlotException extends Exception {
    private static final long serialVersionUID = 1;

    PlotException(String message) {
        super(message);
    }

    PlotException(String message, Throwable cause) {
        super(message, cause);
    }
}
