package dev.weft.plot;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;

/// A picture of results. Needs no desktop.
public final class Picture {
    /// The size for which the lettering is made. A larger picture has larger letters.
    private static final double USUAL_WIDTH = 1280;

    private static final double USUAL_HEIGHT = 720;
    private static final double SMALLEST_SCALE = 0.6;

    private final Sheet sheet;
    private final TextPainter lettering;
    private final int width;
    private final int height;
    private final Optional<String> leftOut;

    Picture(Sheet sheet, PlotOptions options, Optional<String> leftOut) throws PlotException {
        this.sheet = Objects.requireNonNull(sheet);
        this.lettering = new TextPainter(Typeface.load());
        this.width = options.width();
        this.height = options.height();
        this.leftOut = Objects.requireNonNull(leftOut);
    }

    /// What of the rows it does not show, such as `24 passes of 2 other runs`; empty where it shows
    /// all of its phase.
    public Optional<String> leftOut() {
        return leftOut;
    }

    /// The picture as PNG.
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

    /// The picture as SVG, in UTF-8. Letters are outlines: it looks the same everywhere.
    public byte[] svg() {
        return Svg.of(sheet.heading().title(), width, height, this::paint);
    }

    private void paint(Graphics2D graphics) {
        double scale = scale(width, height);
        graphics.scale(scale, scale);
        sheet.paint(
                graphics,
                lettering,
                (int) Math.ceil(width / scale),
                (int) Math.ceil(height / scale));
    }

    /// How wide a picture is, in the unit of the lettering.
    static double room(PlotOptions options) {
        return options.width() / scale(options.width(), options.height());
    }

    private static double scale(int width, int height) {
        return Math.max(SMALLEST_SCALE, Math.min(width / USUAL_WIDTH, height / USUAL_HEIGHT));
    }
}
