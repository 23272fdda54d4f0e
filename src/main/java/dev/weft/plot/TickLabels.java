package dev.weft.plot;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Draws the title of an axis, and ticks with labels at chosen numbers. The chart library cannot
/// place ticks at chosen numbers.
record TickLabels(String title, List<Axis.Tick> ticks) {
    /// Height of the labels below the chart.
    static final int HEIGHT = 34;

    private static final double TICK_LENGTH = 5;
    private static final double GAP = 6;

    /// Draws ticks and labels. Omits a label that would touch its neighbour.
    ///
    /// @param x maps a position to pixels from the left
    /// @param y of the axis, in pixels from the top
    void paint(
            Graphics2D graphics,
            TextPainter painter,
            double middleOfAxis,
            DoubleUnaryOperator x,
            double y) {
        painter.draw(
                graphics,
                title,
                TextPainter.AXIS,
                Canvas.INK,
                middleOfAxis - painter.width(graphics, title, TextPainter.AXIS) / 2,
                y + TICK_LENGTH + 2.8 * TextPainter.TICK);
        double previousEnd = Double.NEGATIVE_INFINITY;
        for (Axis.Tick tick : ticks) {
            double middle = x.applyAsDouble(tick.position());
            graphics.setColor(Canvas.INK);
            graphics.draw(new Line2D.Double(middle, y, middle, y + TICK_LENGTH));
            double width = painter.width(graphics, tick.name(), TextPainter.TICK);
            double left = middle - width / 2;
            if (left > previousEnd) {
                painter.draw(
                        graphics,
                        tick.name(),
                        TextPainter.TICK,
                        Canvas.INK,
                        left,
                        y + TICK_LENGTH + TextPainter.TICK + 1);
                previousEnd = left + width + GAP;
            }
        }
    }
}
