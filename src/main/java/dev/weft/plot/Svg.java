package dev.weft.plot;

import java.awt.Dimension;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
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

/// Drawings as SVG.
final class Svg {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    /// Decimals of coordinates; the letters, which are outlines, would fill megabytes with more.
    private static final int PRECISION = 2;

    private Svg() {}

    /// The bytes of a drawing, in UTF-8. The same drawing gives the same bytes.
    ///
    /// @param title what it shows, for those who cannot see it
    /// @param width in pixels
    /// @param height in pixels
    static byte[] of(String title, int width, int height, Consumer<? super SVGGraphics2D> drawing) {
        Document document = document();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setPrecision(PRECISION);
        context.setComment("weft");
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        graphics.setSVGCanvasSize(new Dimension(width, height));
        drawing.accept(graphics);
        Element root = graphics.getRoot();
        root.setAttribute("viewBox", "0 0 %d %d".formatted(width, height));
        Element name = document.createElementNS(NAMESPACE, "title");
        name.setTextContent(title);
        root.insertBefore(name, root.getFirstChild());
        return bytes(root);
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every JDK has a DOM", e);
        }
    }

    private static byte[] bytes(Element root) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(root), new StreamResult(bytes));
        } catch (TransformerException e) {
            throw new IllegalStateException("every JDK can write a DOM", e);
        }
        return bytes.toByteArray();
    }
}
