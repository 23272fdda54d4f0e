package dev.weft.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;

/// Draws text as outlines, so it looks the same with any installed fonts.
///
/// @param font in any size
record TextPainter(Font font) {
    static final float TITLE = 26;
    static final float SUBTITLE = 15;
    static final float PANEL = 17;
    static final float AXIS = 16;
    static final float TICK = 14;
    static final float LABEL = 16;
    static final float LEGEND = 15;

    /// Returns the font in a size.
    Font size(float size) {
        return font.deriveFont(size);
    }

    /// Draws a line of text with the left end of its baseline at a point.
    void draw(Graphics2D graphics, String text, float size, Color color, double x, double y) {
        if (text.isBlank()) {
            return;
        }
        graphics.setColor(color);
        graphics.fill(
                new TextLayout(text, size(size), graphics.getFontRenderContext())
                        .getOutline(AffineTransform.getTranslateInstance(x, y)));
    }

    /// Draws a line of text, scaled down if it is wider than the available width.
    void drawWithin(
            double availableWidth,
            Graphics2D graphics,
            String text,
            float size,
            Color color,
            double x,
            double y) {
        double width = width(graphics, text, size);
        float fittingSize =
                width <= availableWidth ? size : (float) (size * availableWidth / width);
        draw(graphics, text, fittingSize, color, x, y);
    }

    /// Returns the width of a line of text.
    double width(Graphics2D graphics, String text, float size) {
        return text.isBlank()
                ? 0
                : new TextLayout(text, size(size), graphics.getFontRenderContext()).getAdvance();
    }
}
