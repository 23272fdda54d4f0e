package dev.weft.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// Draws text as outlines of the font that weft bundles. Pictures look the same everywhere, and
/// need neither a desktop nor installed fonts.
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

    private static final int PART_TITLE_HEIGHT = 30;
    private static final String FONT_FILE = "lettering.ttf";

    /// System property with the list of fonts that Java uses instead of fontconfig.
    private static final String LIST_PROPERTY = "sun.awt.fontconfig";

    private static final String EMPTY_LIST = "version=1\nsequence.allfonts=default\n";

    /// Loads the font and sets AWT to headless for this JVM.
    ///
    /// @throws PlotException if Java cannot draw text on this machine
    static TextPainter load() throws PlotException {
        System.setProperty("java.awt.headless", "true");
        try {
            return new TextPainter(loadAndTest());
        } catch (RuntimeException | LinkageError e) {
            // Without fontconfig or its fonts, Java rejects even a bundled font. A list of fonts,
            // even an empty one, makes Java accept it.
            return new TextPainter(loadWithEmptyList());
        }
    }

    private static Font loadWithEmptyList() throws PlotException {
        try {
            Path list = Files.createTempFile("weft-fonts", ".properties");
            try {
                Files.writeString(list, EMPTY_LIST);
                System.setProperty(LIST_PROPERTY, list.toString());
                return loadAndTest();
            } finally {
                Files.delete(list);
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new PlotException(
                    "Java cannot draw letters on this machine (%s): install fontconfig and a font, on Debian fontconfig and fonts-dejavu-core"
                            .formatted(e),
                    e);
        }
    }

    /// Returns the font after drawing a test letter.
    private static Font loadAndTest() {
        try (InputStream resource =
                Objects.requireNonNull(TextPainter.class.getResourceAsStream(FONT_FILE))) {
            Font font = Font.createFont(Font.TRUETYPE_FONT, resource);
            new TextLayout("0", font, new FontRenderContext(null, true, true)).getOutline(null);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(FONT_FILE + " is no font", e);
        }
    }

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

    /// Draws the title of a part of the picture.
    ///
    /// @return height of the title; 0 if it is empty
    int drawPartTitle(Graphics2D graphics, String title, int width) {
        drawWithin(width, graphics, title, PANEL, ChartStyle.INK, 0, PANEL);
        return title.isEmpty() ? 0 : PART_TITLE_HEIGHT;
    }

    /// Returns the width of a line of text.
    double width(Graphics2D graphics, String text, float size) {
        return text.isBlank()
                ? 0
                : new TextLayout(text, size(size), graphics.getFontRenderContext()).getAdvance();
    }

    /// Returns the width of the widest of several lines of text.
    double widest(Graphics2D graphics, List<String> texts, float size) {
        return texts.stream().mapToDouble(text -> width(graphics, text, size)).max().orElse(0);
    }
}
