package dev.weft.plot;

import dev.weft.plan.ModeName;
import java.awt.Color;
import java.util.Locale;

/// How a mode looks, in every picture and table the same.
///
/// Colours are of the set by Okabe and Ito, which people with any colour vision can tell apart; a
/// shape for each mode does without colour.
///
/// @param shape of the points
public record ModeStyle(Color color, Shape shape) {
    /// What a point looks like.
    public enum Shape {
        SQUARE,
        CIRCLE,
        DIAMOND,
        TRIANGLE
    }

    /// The style of a mode.
    public static ModeStyle of(ModeName mode) {
        Color color = new Color(rgb(mode));
        return switch (mode) {
            case SEQUENTIAL -> new ModeStyle(color, Shape.SQUARE);
            case THREADS -> new ModeStyle(color, Shape.CIRCLE);
            case ASYNC -> new ModeStyle(color, Shape.DIAMOND);
            case VIRTUAL -> new ModeStyle(color, Shape.TRIANGLE);
        };
    }

    /// The colour of a mode for what draws without AWT: red, green and blue, a byte each.
    public static int rgb(ModeName mode) {
        return switch (mode) {
            case SEQUENTIAL -> 0x000000;
            case THREADS -> 0x0072B2;
            case ASYNC -> 0xD55E00;
            case VIRTUAL -> 0x009E73;
        };
    }

    /// The colour as web pages write it, such as `#0072b2`.
    public String hex() {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
    }
}
