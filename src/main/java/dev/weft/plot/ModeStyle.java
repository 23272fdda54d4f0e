package dev.weft.plot;

import dev.weft.plan.ModeName;
import java.awt.Color;
import java.util.Locale;

/// Colour and point shape of a mode, the same in every picture and table.
///
/// The colours are from the set by Okabe and Ito, which is distinguishable with any colour vision.
/// The shapes distinguish modes without colour.
///
/// @param shape of the points
public record ModeStyle(Color color, Shape shape) {
    /// Shape of a point.
    public enum Shape {
        SQUARE,
        CIRCLE,
        DIAMOND,
        TRIANGLE
    }

    /// Returns the style of a mode.
    public static ModeStyle of(ModeName mode) {
        Color color = new Color(rgb(mode));
        return switch (mode) {
            case SEQUENTIAL -> new ModeStyle(color, Shape.SQUARE);
            case THREADS -> new ModeStyle(color, Shape.CIRCLE);
            case ASYNC -> new ModeStyle(color, Shape.DIAMOND);
            case VIRTUAL -> new ModeStyle(color, Shape.TRIANGLE);
        };
    }

    /// Returns the colour of a mode as 0xRRGGBB, for output without AWT.
    public static int rgb(ModeName mode) {
        return switch (mode) {
            case SEQUENTIAL -> 0x000000;
            case THREADS -> 0x0072B2;
            case ASYNC -> 0xD55E00;
            case VIRTUAL -> 0x009E73;
        };
    }

    /// Returns the colour in web notation, such as `#0072b2`.
    public String hex() {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
    }
}
