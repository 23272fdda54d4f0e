package dev.weft.plot;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/// Picture of results, rendered as PNG or SVG without a desktop.
public final class Picture {
    /// Width at scale 1, in pixels. A larger picture has larger letters.
    private static final double REFERENCE_WIDTH = 1280;

    private static final double REFERENCE_HEIGHT = 720;
    private static final double SMALLEST_SCALE = 0.6;

    private final Sheet sheet;
    private final TextPainter painter;
    private final int width;
    private final int height;
    private final Optional<String> leftOut;

    Picture(Sheet sheet, PlotOptions options, Optional<String> leftOut) throws PlotException {
        this.sheet = sheet;
        this.painter = new TextPainter(Typeface.load());
        this.width = options.width();
        this.height = options.height();
        this.leftOut = leftOut;
    }

    /// Returns the rows that the picture leaves out, such as `24 passes of 2 other runs`; empty if
    /// it shows its whole phase.
    public Optional<String> leftOut() {
        return leftOut;
    }

    /// Returns the picture as PNG.
    public byte[] png() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        paint(graphics);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes anything", e);
        }
        return bytes.toByteArray();
    }

    /// Returns the picture as SVG in UTF-8. Text is drawn as outlines, so it looks the same
    /// everywhere.
    public byte[] svg() {
        return Svg.of(sheet.heading().title(), width, height, this::paint);
    }

    private void paint(Graphics2D graphics) {
        double scale = scale(width, height);
        graphics.scale(scale, scale);
        sheet.paint(
                graphics, painter, (int) Math.ceil(width / scale), (int) Math.ceil(height / scale));
    }

    /// Returns the width of a picture in the unit of the font sizes.
    static double room(PlotOptions options) {
        return options.width() / scale(options.width(), options.height());
    }

    private static double scale(int width, int height) {
        return Math.max(
                SMALLEST_SCALE, Math.min(width / REFERENCE_WIDTH, height / REFERENCE_HEIGHT));
    }
}
