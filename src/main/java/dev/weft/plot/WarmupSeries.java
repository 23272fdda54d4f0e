package dev.weft.plot;

import dev.weft.analysis.FigureFormat;
import dev.weft.analysis.WarmupCurve;
import dev.weft.analysis.WarmupCurve.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;

/// Layer with one value of the warm-up of a mode. A thick line joins the medians over JVMs; thin
/// lines join the values of single JVMs. A dotted vertical line marks the point at which weft
/// judged the JVMs steady.
///
/// If the server answered some slices without its latency, the slices with latency are large marks
/// without a line: their wall times are not comparable.
///
/// @param value milliseconds per upload; empty if unknown
record WarmupSeries(UploadAxis axis, WarmupCurve curve, Function<Point, OptionalDouble> value)
        implements Layer {
    private static final float LINE_WIDTH = 2.5f;
    private static final float THIN_WIDTH = 1f;
    private static final double SMALL_MARKER = 6;
    private static final double LARGE_MARKER = 11;
    private static final double DOT_SIZE = 4;

    @Override
    public void add(XYChart chart, ValueRange range) {
        String mode = curve.mode().label();
        List<List<Point>> jvms = curve.points();
        for (int i = 0; jvms.size() > 1 && i < jvms.size(); i++) {
            String name = "%s JVM %d".formatted(mode, i);
            Color pale = ModeSeries.translucent(style().color());
            for (boolean undelayed : new boolean[] {true, false}) {
                add(chart, range, name, ofKind(jvms.get(i), undelayed), isJoined(undelayed))
                        .ifPresent(
                                series -> {
                                    series.setLineColor(pale);
                                    series.setLineStyle(new BasicStroke(THIN_WIDTH));
                                    series.setMarkerColor(pale);
                                    series.setMarker(
                                            new PointMarker(ModeStyle.Shape.CIRCLE, DOT_SIZE));
                                });
            }
        }
        for (boolean undelayed : new boolean[] {true, false}) {
            add(chart, range, mode, ofKind(curve.medians(), undelayed), isJoined(undelayed))
                    .ifPresent(series -> emphasize(series, isJoined(undelayed)));
        }
        curve.steady()
                .ifPresent(
                        steady -> addSteady(chart, range, axis.position(steady.point().uploads())));
    }

    private void addSteady(XYChart chart, ValueRange range, double x) {
        XYSeries line =
                Layer.line(
                        chart,
                        curve.mode().label() + " steady",
                        new double[] {x, x},
                        new double[] {range.low(), range.high()});
        line.setLineColor(style().color());
        line.setLineStyle(LevelSeries.DOTTED);
    }

    @Override
    public Optional<End> end() {
        return known(curve.medians())
                .reduce((_, last) -> last)
                .map(value)
                .map(OptionalDouble::getAsDouble)
                .map(
                        last ->
                                new End(
                                        curve.mode().label() + " " + FigureFormat.millis(last),
                                        style().color(),
                                        last));
    }

    /// Returns every value that the layer shows.
    Stream<Double> values() {
        return curve.points().stream()
                .flatMap(this::known)
                .map(value)
                .map(OptionalDouble::getAsDouble);
    }

    /// Returns whether a line joins the slices of a kind: those without the server's latency, or
    /// all slices if none is without it.
    private boolean isJoined(boolean undelayed) {
        return undelayed || curve.medians().stream().noneMatch(Point::undelayed);
    }

    private void emphasize(XYSeries series, boolean joined) {
        series.setLineColor(style().color());
        series.setLineStyle(new BasicStroke(LINE_WIDTH));
        series.setMarkerColor(style().color());
        series.setMarker(new PointMarker(style().shape(), joined ? SMALL_MARKER : LARGE_MARKER));
    }

    private static List<Point> ofKind(List<Point> points, boolean undelayed) {
        return points.stream().filter(point -> point.undelayed() == undelayed).toList();
    }

    private Stream<Point> known(List<Point> points) {
        return points.stream().filter(point -> value.apply(point).isPresent());
    }

    /// Adds points of one kind.
    ///
    /// @param name unique within the kind
    private Optional<XYSeries> add(
            XYChart chart, ValueRange range, String name, List<Point> points, boolean joined) {
        List<Point> known = known(points).toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        XYSeries series =
                Layer.line(
                        chart,
                        name + (known.getFirst().undelayed() ? " undelayed" : ""),
                        known.stream()
                                .mapToDouble(point -> axis.position(point.uploads()))
                                .toArray(),
                        known.stream()
                                .mapToDouble(
                                        point -> range.within(value.apply(point).orElseThrow()))
                                .toArray());
        if (!joined) {
            series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        }
        return Optional.of(series);
    }

    private ModeStyle style() {
        return ModeStyle.of(curve.mode());
    }
}
