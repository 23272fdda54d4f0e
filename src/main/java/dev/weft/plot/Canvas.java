package dev.weft.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;

/// Surface on which parts of a picture draw text, lines and charts. Text becomes outlines, so it
/// looks the same with any installed fonts.
///
/// @param font in any size
record Canvas(Graphics2D graphics, Font font) {
    static final float TITLE = 26;
    static final float SUBTITLE = 15;
    static final float PART_TITLE = 17;
    static final float AXIS = 16;
    static final float TICK = 14;
    static final float LABEL = 16;
    static final float LEGEND = 15;

    private static final int PART_TITLE_HEIGHT = 30;

    /// Returns a canvas whose origin is a point of this one.
    Canvas translated(double x, double y) {
        Graphics2D translated = (Graphics2D) graphics.create();
        translated.translate(x, y);
        return new Canvas(translated, font);
    }

    /// Draws a line of text with the left end of its baseline at a point.
    void text(String text, float size, Color color, double x, double y) {
        if (!text.isBlank()) {
            graphics.setColor(color);
            graphics.fill(
                    layout(text, size).getOutline(AffineTransform.getTranslateInstance(x, y)));
        }
    }

    /// Draws a line of text, scaled down if it is wider than the available width.
    void textWithin(double width, String text, float size, Color color, double x, double y) {
        double fullWidth = textWidth(text, size);
        float fitting = fullWidth <= width ? size : (float) (size * width / fullWidth);
        text(text, fitting, color, x, y);
    }

    /// Draws the title of a part of the picture.
    ///
    /// @return height of the title; 0 if it is empty
    int partTitle(String title, int width) {
        textWithin(width, title, PART_TITLE, ChartStyle.INK, 0, PART_TITLE);
        return title.isEmpty() ? 0 : PART_TITLE_HEIGHT;
    }

    /// Returns the width of a line of text.
    double textWidth(String text, float size) {
        return text.isBlank() ? 0 : layout(text, size).getAdvance();
    }

    /// Returns the width of the widest of several lines of text.
    double widest(List<String> texts, float size) {
        return texts.stream().mapToDouble(text -> textWidth(text, size)).max().orElse(0);
    }

    /// Draws a line in the current colour and stroke.
    void line(double fromX, double fromY, double toX, double toY) {
        graphics.draw(new Line2D.Double(fromX, fromY, toX, toY));
    }

    /// Draws a chart in the upper left corner.
    void chart(XYChart chart, int width, int height) {
        XYStyler styler = chart.getStyler();
        styler.setBaseFont(font.deriveFont(TICK));
        styler.setAxisTitleFont(font.deriveFont(AXIS));
        styler.setAxisTickLabelsFont(font.deriveFont(TICK));
        styler.setLegendFont(font.deriveFont(LEGEND));
        chart.paint(graphics, width, height);
    }

    private TextLayout layout(String text, float size) {
        return new TextLayout(text, font.deriveFont(size), graphics.getFontRenderContext());
    }
}
