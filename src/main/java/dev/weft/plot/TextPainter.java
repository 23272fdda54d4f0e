package dev.weft.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;

/// The letters of a picture. Text is drawn as outlines, so it looks the same whatever fonts there
/// are where the picture is opened.
///
/// @param font of any size
record TextPainter(Font font) {
    static final float TITLE = 26;
    static final float SUBTITLE = 15;
    static final float PANEL = 17;
    static final float AXIS = 16;
    static final float TICK = 14;
    static final float LABEL = 16;
    static final float LEGEND = 15;

    /// The font in a size.
    Font size(float size) {
        return font.deriveFont(size);
    }

    /// Draws a line of text, its left end on the base line at a point.
    void draw(Graphics2D graphics, String text, float size, Color color, double x, double y) {
        if (text.isBlank()) {
            return;
        }
        graphics.setColor(color);
        graphics.fill(
                new TextLayout(text, size(size), graphics.getFontRenderContext())
                        .getOutline(AffineTransform.getTranslateInstance(x, y)));
    }

    /// Draws a line of text, in smaller letters where it is wider than the room for it.
    void drawWithin(
            double room,
            Graphics2D graphics,
            String text,
            float size,
            Color color,
            double x,
            double y) {
        double width = width(graphics, text, size);
        float fitting = width <= room ? size : (float) (size * room / width);
        draw(graphics, text, fitting, color, x, y);
    }

    /// How wide a line of text is.
    double width(Graphics2D graphics, String text, float size) {
        return text.isBlank()
                ? 0
                : new TextLayout(text, size(size), graphics.getFontRenderContext()).getAdvance();
    }
}
