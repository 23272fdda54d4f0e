package dev.weft.plot;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Picture of results, rendered as PNG or SVG without a desktop: a heading and one or several
/// parts.
public final class Picture {
    /// Width at scale 1, in pixels. A larger picture has larger letters.
    private static final double REFERENCE_WIDTH = 1280;

    private static final double REFERENCE_HEIGHT = 720;
    private static final double SMALLEST_SCALE = 0.6;
    private static final int MARGIN = 24;
    private static final String SVG_NAMESPACE = "http://www.w3.org/2000/svg";

    /// Decimals of coordinates. Text consists of outlines, which would fill megabytes with more
    /// decimals.
    private static final int SVG_PRECISION = 2;

    private final Font font = BundledFont.load();
    private final Heading heading;
    private final List<? extends Part> parts;
    private final boolean stacked;
    private final int width;
    private final int height;
    private final Optional<String> omitted;

    /// Part of a picture that paints itself into a rectangle.
    @FunctionalInterface
    interface Part {
        /// Paints the part into a rectangle whose upper left corner is the origin.
        void paint(Canvas canvas, int width, int height);
    }

    /// Creates a picture.
    ///
    /// @param stacked whether the parts are below each other instead of side by side
    /// @param omitted rows that the picture leaves out; empty for none
    Picture(
            Heading heading,
            List<? extends Part> parts,
            boolean stacked,
            PlotOptions options,
            Optional<String> omitted)
            throws PlotException {
        this.heading = heading;
        this.parts = List.copyOf(parts);
        this.stacked = stacked;
        this.width = options.width();
        this.height = options.height();
        this.omitted = omitted;
    }

    /// Returns the rows that the picture leaves out, such as `24 passes of 2 other runs`; empty if
    /// it shows its whole phase.
    public Optional<String> omitted() {
        return omitted;
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

    /// Returns the picture as SVG in UTF-8. Equal pictures give equal bytes. Text is drawn as
    /// outlines, so it looks the same everywhere.
    public byte[] svg() {
        try {
            Document document =
                    DocumentBuilderFactory.newDefaultNSInstance()
                            .newDocumentBuilder()
                            .getDOMImplementation()
                            .createDocument(SVG_NAMESPACE, "svg", null);
            SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
            context.setPrecision(SVG_PRECISION);
            context.setComment("weft");
            SVGGraphics2D graphics = new SVGGraphics2D(context, false);
            graphics.setSVGCanvasSize(new Dimension(width, height));
            paint(graphics);
            Element root = graphics.getRoot();
            root.setAttribute("viewBox", "0 0 %d %d".formatted(width, height));
            Element title = document.createElementNS(SVG_NAMESPACE, "title");
            title.setTextContent(heading.title());
            root.insertBefore(title, root.getFirstChild());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(root), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (ParserConfigurationException | TransformerException e) {
            throw new IllegalStateException("every JDK can create and write a DOM", e);
        }
    }

    private void paint(Graphics2D graphics) {
        double scale = scale(width, height);
        graphics.scale(scale, scale);
        paint(graphics, (int) Math.ceil(width / scale), (int) Math.ceil(height / scale));
    }

    /// Paints the picture in the unit of the font sizes.
    private void paint(Graphics2D graphics, int fullWidth, int fullHeight) {
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, fullWidth, fullHeight);
        Canvas canvas = new Canvas(graphics, font);
        int headingHeight = heading.paint(canvas, MARGIN, fullWidth);
        int columns = stacked ? 1 : parts.size();
        int rows = stacked ? parts.size() : 1;
        int partWidth = (fullWidth - MARGIN * (columns + 1)) / columns;
        int partHeight = (fullHeight - headingHeight - MARGIN / 2 * rows) / rows;
        for (int i = 0; i < parts.size(); i++) {
            int column = stacked ? 0 : i;
            int row = stacked ? i : 0;
            int x = MARGIN + column * (partWidth + MARGIN);
            int y = headingHeight + row * (partHeight + MARGIN / 2);
            parts.get(i).paint(canvas.translated(x, y), partWidth, partHeight);
        }
    }

    /// Returns the width of a picture in the unit of the font sizes.
    static double pictureWidth(PlotOptions options) {
        return options.width() / scale(options.width(), options.height());
    }

    private static double scale(int width, int height) {
        return Math.max(
                SMALLEST_SCALE, Math.min(width / REFERENCE_WIDTH, height / REFERENCE_HEIGHT));
    }
}
