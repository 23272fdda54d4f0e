package dev.weft.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Optional;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

/// Layer with a dotted horizontal line at a constant value.
record LevelSeries(Axis axis, String name, Color color, double value, String endText)
        implements Layer {
    static final BasicStroke DOTTED =
            new BasicStroke(
                    2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[] {2, 4}, 0f);

    @Override
    public void add(XYChart chart, ValueRange range) {
        double y = range.within(value);
        XYSeries line =
                Layer.line(
                        chart, name, new double[] {axis.start(), axis.end()}, new double[] {y, y});
        line.setLineColor(color);
        line.setLineStyle(DOTTED);
    }

    @Override
    public Optional<End> end() {
        return Optional.of(new End(endText, color, value));
    }
}
