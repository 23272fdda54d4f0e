package dev.weft.plot;

import dev.weft.stats.Interval;
import java.awt.BasicStroke;
import java.util.List;
import java.util.Optional;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

/// Layer with the ideal: a dashed line, and a bar over its range at each point.
///
/// @param ideal may have no points
/// @param endText label at the end of the line
record IdealSeries(Axis axis, IdealLine ideal, String endText) implements Layer {
    /// Dashes long enough to be visible between marks.
    static final BasicStroke DASHED =
            new BasicStroke(
                    2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[] {9, 6}, 0f);

    private static final float BAR_WIDTH = 5;

    @Override
    public void add(XYChart chart, ValueRange range) {
        List<IdealLine.Point> points = ideal.points();
        if (points.isEmpty()) {
            return;
        }
        for (int i = 0; i < points.size(); i++) {
            addRange(chart, range, points.get(i), i);
        }
        XYSeries line =
                Layer.line(
                        chart,
                        "ideal",
                        points.stream().mapToDouble(point -> axis.position(point.at())).toArray(),
                        points.stream().mapToDouble(IdealLine.Point::value).toArray());
        line.setShowInLegend(true);
        line.setLabel("ideal");
        line.setLineColor(IdealLine.COLOR);
        line.setLineStyle(DASHED);
    }

    @Override
    public Optional<End> end() {
        return ideal.points().isEmpty()
                ? Optional.empty()
                : Optional.of(new End(endText, IdealLine.COLOR, ideal.points().getLast().value()));
    }

    private void addRange(XYChart chart, ValueRange range, IdealLine.Point point, int index) {
        double x = axis.position(point.at());
        Interval interval = point.range();
        XYSeries bar =
                Layer.line(
                        chart,
                        "ideal " + index,
                        new double[] {x, x},
                        new double[] {range.within(interval.low()), range.within(interval.high())});
        bar.setLineColor(ModeSeries.translucent(IdealLine.COLOR));
        bar.setLineStyle(new BasicStroke(BAR_WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    }
}
