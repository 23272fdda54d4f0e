package dev.weft.plot;

import dev.weft.plan.ModeName;
import java.awt.Color;

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
        return switch (mode) {
            case SEQUENTIAL -> new ModeStyle(new Color(0x000000), Shape.SQUARE);
            case THREADS -> new ModeStyle(new Color(0x0072B2), Shape.CIRCLE);
            case ASYNC -> new ModeStyle(new Color(0xD55E00), Shape.DIAMOND);
            case VIRTUAL -> new ModeStyle(new Color(0x009E73), Shape.TRIANGLE);
        };
    }
}
