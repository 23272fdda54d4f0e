package dev.weft.plot;

/// Nothing to draw.
public final class PlotException extends Exception {
    private static final long serialVersionUID = 1L;
}
