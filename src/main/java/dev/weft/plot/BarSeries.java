package dev.weft.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;

/// Adds the horizontal bars of a [BarPanel] to a chart.
///
/// @param thickness of a bar, in pixels
record BarSeries(XYChart chart, ValueRange range, boolean logarithmic, float thickness) {
    private static final double DOT_SIZE = 5;
    private static final double MARKER_SIZE = 11;
    private static final float INTERVAL_WIDTH = 2;
    private static final int BAR_ALPHA = 60;

    /// Adds the bar, interval and marks of a mode.
    ///
    /// @param y axis value of the row
    void add(ModeLine line, double y) {
        ModeStyle style = ModeStyle.of(line.mode());
        Mark mark = line.last().mark();
        String name = line.mode().label();
        bar(name + " bar", mark.value(), y, style.color());
        segment(name + " interval", mark.bar().low(), mark.bar().high(), y)
                .setLineColor(style.color());
        if (mark.hasFewPasses()) {
            double[] passes = mark.passes().stream().mapToDouble(Double::doubleValue).toArray();
            double[] ys = new double[passes.length];
            Arrays.fill(ys, y);
            XYSeries dots = Layer.line(chart, name + " passes", passes, ys);
            dots.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
            dots.setMarker(new PointMarker(ModeStyle.Shape.CIRCLE, DOT_SIZE));
            dots.setMarkerColor(ModeSeries.translucent(style.color()));
        }
        XYSeries value = Layer.line(chart, name, new double[] {mark.value()}, new double[] {y});
        value.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        value.setMarker(new PointMarker(style.shape(), MARKER_SIZE));
        value.setMarkerColor(style.color());
    }

    /// Adds the ideal: a bar in the bottom row, and a dashed line across all rows.
    ///
    /// @param rows number of rows, the one of the ideal included
    void add(IdealLine.Point point, int rows) {
        bar("ideal bar", point.value(), 0, IdealLine.COLOR);
        segment("ideal range", point.range().low(), point.range().high(), 0)
                .setLineColor(IdealLine.COLOR);
        double x = range.within(point.value());
        XYSeries line =
                Layer.line(chart, "ideal", new double[] {x, x}, new double[] {-0.5, rows - 0.5});
        line.setLineColor(IdealLine.COLOR);
        line.setLineStyle(IdealSeries.DASHED);
    }

    /// Adds a bar on a linear axis. On a logarithmic axis its length would depend on the axis
    /// start.
    private void bar(String name, double to, double y, Color color) {
        if (!logarithmic) {
            XYSeries bar = segment(name, 0, to, y);
            bar.setLineColor(
                    new Color(color.getRed(), color.getGreen(), color.getBlue(), BAR_ALPHA));
            bar.setLineStyle(
                    new BasicStroke(thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        }
    }

    private XYSeries segment(String name, double from, double to, double y) {
        XYSeries series =
                Layer.line(
                        chart,
                        name,
                        new double[] {range.within(from), range.within(to)},
                        new double[] {y, y});
        series.setLineStyle(new BasicStroke(INTERVAL_WIDTH));
        return series;
    }
}
