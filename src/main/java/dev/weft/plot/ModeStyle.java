package dev.weft.plot;

import dev.weft.plan.ModeName;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import org.knowm.xchart.style.markers.Marker;

/// Colour and point shape of a mode, the same in every picture and table.
///
/// The colours are from the set by Okabe and Ito, which is distinguishable with any colour vision.
/// The shapes distinguish modes without colour.
///
/// @param shape of the points
public record ModeStyle(Color color, Shape shape) {
    /// Shape of a point.
    public enum Shape {
        SQUARE,
        CIRCLE,
        DIAMOND,
        TRIANGLE;

        /// Returns a filled marker of a fixed size, independent of the marker size of the chart.
        Marker marker(double size) {
            return new Marker() {
                @Override
                public void paint(Graphics2D graphics, double x, double y, int markerSize) {
                    graphics.fill(outline(x, y, size));
                }
            };
        }

        private java.awt.Shape outline(double x, double y, double size) {
            double half = size / 2;
            return switch (this) {
                case SQUARE -> new Rectangle2D.Double(x - half, y - half, size, size);
                case CIRCLE -> new Ellipse2D.Double(x - half, y - half, size, size);
                case DIAMOND -> polygon(x, y - half, x + half, y, x, y + half, x - half, y);
                case TRIANGLE -> polygon(x, y - half, x + half, y + half, x - half, y + half);
            };
        }

        private static Path2D polygon(double... coordinates) {
            Path2D path = new Path2D.Double();
            path.moveTo(coordinates[0], coordinates[1]);
            for (int i = 2; i < coordinates.length; i += 2) {
                path.lineTo(coordinates[i], coordinates[i + 1]);
            }
            path.closePath();
            return path;
        }
    }

    /// Returns the style of a mode.
    public static ModeStyle of(ModeName mode) {
        Color color = new Color(rgb(mode));
        return switch (mode) {
            case SEQUENTIAL -> new ModeStyle(color, Shape.SQUARE);
            case THREADS -> new ModeStyle(color, Shape.CIRCLE);
            case ASYNC -> new ModeStyle(color, Shape.DIAMOND);
            case VIRTUAL -> new ModeStyle(color, Shape.TRIANGLE);
        };
    }

    /// Returns the colour of a mode as 0xRRGGBB, for output without AWT.
    public static int rgb(ModeName mode) {
        return switch (mode) {
            case SEQUENTIAL -> 0x000000;
            case THREADS -> 0x0072B2;
            case ASYNC -> 0xD55E00;
            case VIRTUAL -> 0x009E73;
        };
    }

    /// Returns the colour in web notation, such as `#0072b2`.
    public String hex() {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
    }
}
