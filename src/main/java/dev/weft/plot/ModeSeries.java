package dev.weft.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// The lines of one mode in a chart: one through the medians, a bar from the fastest to the slowest
/// pass, and a dot for each pass where they are few.
record ModeSeries(XYChart chart, FileAxis axis, ModeLine line) {
    private static final float LINE_WIDTH = 2.5f;
    private static final float BAR_WIDTH = 1.5f;
    private static final double MARKER = 11;
    private static final double DOT = 5;
    private static final int TRANSLUCENT = 110;

    /// Adds what is drawn to the chart; only the line has an entry in the legend.
    void add() {
        line.points().forEach(this::addBar);
        line.points().forEach(this::addDots);
        addMedians();
    }

    private void addBar(ModeLine.Point point) {
        double x = axis.position(point.files(), line.mode());
        XYSeries bar =
                series(
                        "bar %d %s".formatted(point.files(), point.archive()),
                        new double[] {x, x},
                        new double[] {point.spread().minimum(), point.spread().maximum()});
        bar.setLineColor(style().color());
        bar.setLineStyle(new BasicStroke(BAR_WIDTH));
        bar.setMarker(SeriesMarkers.NONE);
    }

    private void addDots(ModeLine.Point point) {
        if (!point.hasFewPasses()) {
            return;
        }
        List<Double> seconds = point.passes();
        double[] x = new double[seconds.size()];
        Arrays.fill(x, axis.position(point.files(), line.mode()));
        XYSeries dots =
                series(
                        "passes %d %s".formatted(point.files(), point.archive()),
                        x,
                        seconds.stream().mapToDouble(Double::doubleValue).toArray());
        dots.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        dots.setMarker(new PointMarker(ModeStyle.Shape.CIRCLE, DOT));
        dots.setMarkerColor(translucent(style().color()));
    }

    private void addMedians() {
        XYSeries medians =
                chart.addSeries(
                        line.mode().label(),
                        line.points().stream()
                                .mapToDouble(point -> axis.position(point.files(), line.mode()))
                                .toArray(),
                        line.points().stream()
                                .mapToDouble(point -> point.spread().median())
                                .toArray());
        medians.setLineColor(style().color());
        medians.setLineStyle(new BasicStroke(LINE_WIDTH));
        medians.setMarkerColor(style().color());
        medians.setMarker(new PointMarker(style().shape(), MARKER));
    }

    private XYSeries series(String name, double[] x, double[] y) {
        XYSeries series = chart.addSeries(line.mode().label() + " " + name, x, y);
        series.setShowInLegend(false);
        return series;
    }

    private ModeStyle style() {
        return ModeStyle.of(line.mode());
    }

    private static Color translucent(Color color) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), TRANSLUCENT);
    }
}
