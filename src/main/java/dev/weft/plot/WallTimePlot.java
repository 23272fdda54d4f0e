package dev.weft.plot;

import dev.weft.record.PassRow;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;

/// A picture of wall time against number of files, a line for each mode. Needs no desktop.
public final class WallTimePlot {
    /// The size for which the lettering is made. A larger picture has larger letters.
    private static final double USUAL_WIDTH = 1280;

    private static final double USUAL_HEIGHT = 720;
    private static final double SMALLEST_SCALE = 0.6;

    private final PlotOptions options;
    private final Selection selection;
    private final List<ModeLine> lines;
    private final Lettering lettering;

    private WallTimePlot(PlotOptions options, Selection selection, Lettering lettering) {
        this.options = options;
        this.selection = selection;
        this.lines = ModeLine.of(selection);
        this.lettering = lettering;
    }

    /// Selects what may stand in one picture: passes that ended well and are verified, of one
    /// phase, of the newest group of equal fairness.
    ///
    /// @param rows all rows of a file, in any order
    /// @throws PlotException when nothing is left to draw, or Java cannot draw on this machine
    public static WallTimePlot of(List<PassRow> rows, PlotOptions options) throws PlotException {
        Objects.requireNonNull(options);
        Selection selection = Selection.of(rows, options.phase());
        return new WallTimePlot(options, selection, new Lettering(Typeface.load()));
    }

    /// How many passes the picture stands for.
    public int passes() {
        return selection.rows().size();
    }

    /// The picture as PNG.
    public byte[] png() {
        BufferedImage image =
                new BufferedImage(options.width(), options.height(), BufferedImage.TYPE_INT_RGB);
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
        return Svg.of(heading().title(), options.width(), options.height(), this::paint);
    }

    private Heading heading() {
        return Heading.of(selection, lines, options.title());
    }

    private void paint(Graphics2D graphics) {
        double scale =
                Math.max(
                        SMALLEST_SCALE,
                        Math.min(options.width() / USUAL_WIDTH, options.height() / USUAL_HEIGHT));
        graphics.scale(scale, scale);
        new Sheet(
                        heading(),
                        lines,
                        options.logarithmic(),
                        (int) Math.ceil(options.width() / scale),
                        (int) Math.ceil(options.height() / scale))
                .paint(graphics, lettering);
    }
}
