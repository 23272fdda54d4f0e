package dev.weft.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;

/// Layer with the line of one mode: its values, a bar at each, and a dot for each pass if there are
/// few.
///
/// @param ringed number whose mark has a ring around it
/// @param endText label at the end of the line
record ModeSeries(Axis axis, ModeLine line, OptionalInt ringed, String legend, String endText)
        implements Layer {
    private static final float LINE_WIDTH = 2.5f;
    private static final float BAR_WIDTH = 1.5f;
    private static final double MARKER_SIZE = 11;
    private static final double DOT_SIZE = 5;
    private static final int ALPHA = 110;

    @Override
    public void add(XYChart chart, ValueRange range) {
        line.points().forEach(point -> addBar(chart, range, point));
        line.points().forEach(point -> addDots(chart, point));
        addValues(chart);
        line.points().stream()
                .filter(point -> ringed.equals(OptionalInt.of(point.at())))
                .forEach(point -> addRing(chart, point));
    }

    @Override
    public Optional<End> end() {
        return Optional.of(new End(endText, style().color(), line.last().mark().value()));
    }

    /// Returns a translucent copy of a colour.
    static Color translucent(Color color) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), ALPHA);
    }

    private void addBar(XYChart chart, ValueRange range, ModeLine.Point point) {
        double x = x(point);
        XYSeries bar =
                Layer.line(
                        chart,
                        seriesName("bar", point),
                        new double[] {x, x},
                        new double[] {
                            range.within(point.mark().bar().low()),
                            range.within(point.mark().bar().high())
                        });
        bar.setLineColor(style().color());
        bar.setLineStyle(new BasicStroke(BAR_WIDTH));
    }

    private void addDots(XYChart chart, ModeLine.Point point) {
        if (!point.mark().hasFewPasses()) {
            return;
        }
        List<Double> passes = point.mark().passes();
        double[] x = new double[passes.size()];
        Arrays.fill(x, x(point));
        XYSeries dots =
                Layer.line(
                        chart,
                        seriesName("passes", point),
                        x,
                        passes.stream().mapToDouble(Double::doubleValue).toArray());
        dots.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        dots.setMarker(new PointMarker(ModeStyle.Shape.CIRCLE, DOT_SIZE));
        dots.setMarkerColor(translucent(style().color()));
    }

    private void addValues(XYChart chart) {
        XYSeries values =
                chart.addSeries(
                        line.mode().label(),
                        line.points().stream().mapToDouble(this::x).toArray(),
                        line.points().stream()
                                .mapToDouble(point -> point.mark().value())
                                .toArray());
        values.setLabel(legend);
        values.setLineColor(style().color());
        values.setLineStyle(new BasicStroke(LINE_WIDTH));
        values.setMarkerColor(style().color());
        values.setMarker(new PointMarker(style().shape(), MARKER_SIZE));
    }

    private void addRing(XYChart chart, ModeLine.Point point) {
        XYSeries ring =
                Layer.line(
                        chart,
                        seriesName("ring", point),
                        new double[] {x(point)},
                        new double[] {point.mark().value()});
        ring.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        ring.setMarker(new RingMarker());
        ring.setMarkerColor(style().color());
    }

    private double x(ModeLine.Point point) {
        return axis.position(point.at(), line.mode());
    }

    private String seriesName(String part, ModeLine.Point point) {
        return "%s %s %d %s".formatted(line.mode().label(), part, point.at(), point.archive());
    }

    private ModeStyle style() {
        return ModeStyle.of(line.mode());
    }
}
