package dev.weft.plot;

import dev.weft.plan.ModeName;
import dev.weft.stats.Interval;

import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;

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
        line.points().forEach(point -> addBar(line.mode(), point));
        line.points().forEach(point -> addDots(line.mode(), point));
        addValues(line, legend);
        line.points().stream()
                .filter(point -> ringed.equals(OptionalInt.of(point.number())))
                .forEach(point -> addRing(line.mode(), point));
        chart.addEndLabel(endText, color(line.mode()), line.last().value());
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
        double[] x =
                points.stream()
                        .mapToDouble(point -> chart.axis().position(point.number()))
                        .toArray();
        for (int i = 0; i < x.length; i++) {
            Interval range = points.get(i).range();
            chart.addVerticalLine(
                            "ideal " + i,
                            ChartStyle.translucent(IdealLine.COLOR),
                            x[i],
                            range.low(),
                            range.high())
                    .setLineStyle(IDEAL_BAR);
        }
        double[] values = points.stream().mapToDouble(IdealLine.Point::value).toArray();
        XYSeries line = ChartStyle.addLine(chart.chart(), "ideal", IdealLine.COLOR, x, values);
        line.setShowInLegend(true);
        line.setLabel("ideal");
        line.setLineStyle(DASHED);
        double last = points.getLast().value();
        chart.addEndLabel("ideal " + format.apply(last), IdealLine.COLOR, last);
    }

    private void addBar(ModeName mode, ModeLine.Point point) {
        chart.addVerticalLine(
                        name(mode, "bar", point),
                        color(mode),
                        x(mode, point),
                        point.bar().low(),
                        point.bar().high())
                .setLineStyle(BAR);
    }

    private void addDots(ModeName mode, ModeLine.Point point) {
        if (point.drawsPasses()) {
            double[] passes = ChartStyle.array(point.passes());
            double[] x = ChartStyle.repeat(x(mode, point), passes.length);
            ChartStyle.addDots(chart.chart(), name(mode, "passes", point), color(mode), x, passes);
        }
    }

    private void addValues(ModeLine line, String legend) {
        ModeStyle style = ModeStyle.of(line.mode());
        double[] x = line.points().stream().mapToDouble(point -> x(line.mode(), point)).toArray();
        double[] y = line.points().stream().mapToDouble(ModeLine.Point::value).toArray();
        XYSeries values =
                ChartStyle.addLine(chart.chart(), line.mode().label(), style.color(), x, y);
        values.setShowInLegend(true);
        values.setLabel(legend);
        values.setLineStyle(LINE);
        values.setMarkerColor(style.color());
        values.setMarker(style.shape().marker(ChartStyle.MARKER_SIZE));
    }

    private void addRing(ModeName mode, ModeLine.Point point) {
        ChartStyle.addMarks(
                chart.chart(),
                name(mode, "ring", point),
                color(mode),
                new RingMarker(),
                new double[] {x(mode, point)},
                new double[] {point.value()});
    }

    private double x(ModeName mode, ModeLine.Point point) {
        return chart.axis().position(point.number(), mode);
    }

    private static String name(ModeName mode, String part, ModeLine.Point point) {
        return "%s %s %d %s".formatted(mode.label(), part, point.number(), point.archive());
    }

    private static Color color(ModeName mode) {
        return ModeStyle.of(mode).color();
    }

    private static BasicStroke dashed(float dash, float gap) {
        return new BasicStroke(
                2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[] {dash, gap}, 0f);
    }
}
