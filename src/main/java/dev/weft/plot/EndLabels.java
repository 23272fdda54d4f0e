package dev.weft.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Comparator;
import java.util.List;

/// What stands at the right ends of lines: a name and the last value.
///
/// @param labels in any order
record EndLabels(List<Label> labels) {
    private static final double GAP = 1.35 * TextPainter.LABEL;

    /// One of them.
    ///
    /// @param y where the line ends, in pixels from the top
    record Label(String text, Color color, double y) {}

    EndLabels {
        labels = labels.stream().sorted(Comparator.comparingDouble(Label::y)).toList();
    }

    /// Draws them one below the other, each as near to its line as the others allow.
    ///
    /// @param x where they begin
    /// @param top as far up as they may reach
    /// @param bottom as far down as they may reach
    void paint(Graphics2D graphics, TextPainter lettering, double x, double top, double bottom) {
        double[] places = places(top, bottom);
        for (int i = 0; i < places.length; i++) {
            Label label = labels.get(i);
            lettering.draw(
                    graphics,
                    label.text(),
                    TextPainter.LABEL,
                    label.color(),
                    x,
                    places[i] + TextPainter.LABEL / 3);
        }
    }

    /// The middles of the labels, from the top.
    double[] places(double top, double bottom) {
        double[] places = labels.stream().mapToDouble(Label::y).toArray();
        double least = top;
        for (int i = 0; i < places.length; i++) {
            places[i] = Math.max(places[i], least);
            least = places[i] + GAP;
        }
        double most = bottom;
        for (int i = places.length - 1; i >= 0; i--) {
            places[i] = Math.min(places[i], most);
            most = places[i] - GAP;
        }
        return places;
    }
}
