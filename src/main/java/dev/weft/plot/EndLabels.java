package dev.weft.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Comparator;
import java.util.List;

/// Labels at the right ends of lines: the name and the last value of each.
///
/// @param labels in any order
record EndLabels(List<Label> labels) {
    private static final double GAP = 1.35 * TextPainter.LABEL;

    /// Label of one line.
    ///
    /// @param y end of the line, in pixels from the top
    record Label(String text, Color color, double y) {}

    EndLabels {
        labels = labels.stream().sorted(Comparator.comparingDouble(Label::y)).toList();
    }

    /// Draws the labels below each other, each as close to the end of its line as the others allow.
    ///
    /// @param x left end
    /// @param top upper limit
    /// @param bottom lower limit
    void paint(Graphics2D graphics, TextPainter painter, double x, double top, double bottom) {
        double[] centers = places(top, bottom);
        for (int i = 0; i < centers.length; i++) {
            Label label = labels.get(i);
            painter.draw(
                    graphics,
                    label.text(),
                    TextPainter.LABEL,
                    label.color(),
                    x,
                    centers[i] + TextPainter.LABEL / 3);
        }
    }

    /// Returns the centres of the labels, from the top.
    double[] places(double top, double bottom) {
        double[] centers = labels.stream().mapToDouble(Label::y).toArray();
        double minimum = top;
        for (int i = 0; i < centers.length; i++) {
            centers[i] = Math.max(centers[i], minimum);
            minimum = centers[i] + GAP;
        }
        double maximum = bottom;
        for (int i = centers.length - 1; i >= 0; i--) {
            centers[i] = Math.min(centers[i], maximum);
            maximum = centers[i] - GAP;
        }
        return centers;
    }
}
