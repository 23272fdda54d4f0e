package dev.weft.plot;

import dev.weft.stats.Interval;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;

/// Adds the lines of modes and of the ideal to a line chart.
record ResultSeries(LineChart chart) {
    /// Dashes long enough to be visible between marks.
    static final BasicStroke DASHED = dashed(9, 6);

    static final BasicStroke DOTTED = dashed(2, 4);

    private static final BasicStroke LINE = new BasicStroke(2.5f);
    private static final BasicStroke BAR = new BasicStroke(1.5f);
    private static final BasicStroke IDEAL_BAR =
            new BasicStroke(5, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    /// Ring around a point.
    private static final class RingMarker extends Marker {
        private static final double DIAMETER = 24;
        private static final BasicStroke STROKE = new BasicStroke(2.5f);

        @Override
        public void paint(Graphics2D graphics, double x, double y, int markerSize) {
            Stroke previous = graphics.getStroke();
            graphics.setStroke(STROKE);
            graphics.draw(
                    new Ellipse2D.Double(x - DIAMETER / 2, y - DIAMETER / 2, DIAMETER, DIAMETER));
            graphics.setStroke(previous);
        }
    }

    /// Adds the line of a mode: its values, a bar at each, and a dot for each pass if there are
    /// few.
    ///
    /// @param ringed number whose mark has a ring around it; empty for none
    /// @param endText label at the end of the line
    void addMode(ModeLine line, OptionalInt ringed, String legend, String endText) {
        ModeStyle style = ModeStyle.of(line.mode());
        Color color = style.color();
        for (ModeLine.Point point : line.points()) {
            Interval bar = point.bar();
            String name = name(line, "bar", point);
            chart.addVerticalLine(name, color, BAR, x(line, point), bar.low(), bar.high());
        }
        for (ModeLine.Point point : line.points()) {
            List<Double> y = point.passes();
            if (point.drawsPasses()) {
                List<Double> x = Collections.nCopies(y.size(), x(line, point));
                ChartStyle.addDots(chart.chart(), name(line, "passes", point), color, x, y);
            }
        }
        List<Double> allX = line.points().stream().map(point -> x(line, point)).toList();
        List<Double> allY = line.points().stream().map(ModeLine.Point::value).toList();
        XYSeries values =
                ChartStyle.addLine(chart.chart(), line.mode().label(), color, LINE, allX, allY);
        values.setShowInLegend(true);
        values.setLabel(legend);
        values.setMarkerColor(color);
        values.setMarker(style.shape().marker(ChartStyle.MARKER_SIZE));
        for (ModeLine.Point point : line.points()) {
            if (ringed.equals(OptionalInt.of(point.number()))) {
                List<Double> x = List.of(x(line, point));
                List<Double> y = List.of(point.value());
                String name = name(line, "ring", point);
                ChartStyle.addMarks(chart.chart(), name, color, new RingMarker(), x, y);
            }
        }
        chart.addEndLabel(endText, color, line.last().value());
    }

    /// Adds the ideal: a dashed line, and a bar over its range at each point. Adds nothing if the
    /// ideal is unknown.
    ///
    /// @param format of the value in the label at the end of the line
    void addIdeal(IdealLine ideal, DoubleFunction<String> format) {
        List<IdealLine.Point> points = ideal.points();
        if (points.isEmpty()) {
            return;
        }
        Color pale = ChartStyle.translucent(IdealLine.COLOR);
        List<Double> x =
                points.stream().map(point -> chart.axis().position(point.number())).toList();
        for (int i = 0; i < x.size(); i++) {
            Interval range = points.get(i).range();
            chart.addVerticalLine(
                    "ideal " + i, pale, IDEAL_BAR, x.get(i), range.low(), range.high());
        }
        List<Double> y = points.stream().map(IdealLine.Point::value).toList();
        XYSeries line = ChartStyle.addLine(chart.chart(), "ideal", IdealLine.COLOR, DASHED, x, y);
        line.setShowInLegend(true);
        line.setLabel("ideal");
        chart.addEndLabel("ideal " + format.apply(y.getLast()), IdealLine.COLOR, y.getLast());
    }

    private double x(ModeLine line, ModeLine.Point point) {
        return chart.axis().position(point.number(), line.mode());
    }

    private static String name(ModeLine line, String part, ModeLine.Point point) {
        return "%s %s %d %s".formatted(line.mode().label(), part, point.number(), point.archive());
    }

    private static BasicStroke dashed(float dash, float gap) {
        return new BasicStroke(
                2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[] {dash, gap}, 0f);
    }
}
