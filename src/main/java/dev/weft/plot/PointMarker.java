package dev.weft.plot;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.style.markers.Marker;

/// Filled shape of a fixed size, independent of the marker size of the chart.
final class PointMarker extends Marker {
    private final ModeStyle.Shape shape;
    private final double size;

    PointMarker(ModeStyle.Shape shape, double size) {
        this.shape = shape;
        this.size = size;
    }

    @Override
    public void paint(Graphics2D graphics, double x, double y, int markerSize) {
        graphics.fill(outline(x, y));
    }

    private java.awt.Shape outline(double x, double y) {
        double half = size / 2;
        return switch (shape) {
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
