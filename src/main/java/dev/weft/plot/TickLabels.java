package dev.weft.plot;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// The title of an axis, and the names of chosen numbers below it, which the chart library cannot
/// set.
record TickLabels(String title, List<Axis.Tick> ticks) {
    /// What they need below the chart.
    static final int HEIGHT = 34;

    private static final double MARK = 5;
    private static final double GAP = 6;

    /// Draws them; one that would touch its neighbour has its mark alone.
    ///
    /// @param x where a position is, in pixels from the left
    /// @param y where the axis is, in pixels from the top
    void paint(
            Graphics2D graphics,
            TextPainter lettering,
            double middleOfAxis,
            DoubleUnaryOperator x,
            double y) {
        lettering.draw(
                graphics,
                title,
                TextPainter.AXIS,
                Canvas.INK,
                middleOfAxis - lettering.width(graphics, title, TextPainter.AXIS) / 2,
                y + MARK + 2.8 * TextPainter.TICK);
        double taken = Double.NEGATIVE_INFINITY;
        for (Axis.Tick tick : ticks) {
            double middle = x.applyAsDouble(tick.position());
            graphics.setColor(Canvas.INK);
            graphics.draw(new Line2D.Double(middle, y, middle, y + MARK));
            double width = lettering.width(graphics, tick.name(), TextPainter.TICK);
            double left = middle - width / 2;
            if (left > taken) {
                lettering.draw(
                        graphics,
                        tick.name(),
                        TextPainter.TICK,
                        Canvas.INK,
                        left,
                        y + MARK + TextPainter.TICK + 1);
                taken = left + width + GAP;
            }
        }
    }
}
