package dev.weft.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import org.knowm.xchart.style.markers.Marker;

/// Ring around a point.
final class RingMarker extends Marker {
    private static final double SIZE = 24;
    private static final BasicStroke STROKE = new BasicStroke(2.5f);

    @Override
    public void paint(Graphics2D graphics, double x, double y, int markerSize) {
        Stroke previous = graphics.getStroke();
        graphics.setStroke(STROKE);
        graphics.draw(new Ellipse2D.Double(x - SIZE / 2, y - SIZE / 2, SIZE, SIZE));
        graphics.setStroke(previous);
    }
}
