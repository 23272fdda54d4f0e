package dev.weft.plot;

import dev.weft.analysis.FigureFormat;
import dev.weft.analysis.WarmupCurve;
import dev.weft.analysis.WarmupCurve.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.Marker;

/// Charts of the values of warm-ups, stacked over one horizontal axis: equal numbers of uploads
/// have equal positions in all charts.
final class WarmupChart implements Picture.Part {
    /// Free space around values on a logarithmic axis, as a factor.
    private static final double HEADROOM = 1.2;

    /// Free space below 0 and above the greatest value, as a share of that value: keeps marks at 0
    /// whole.
    private static final double MARGIN = 0.06;

    private static final BasicStroke THICK = new BasicStroke(2.5f);
    private static final BasicStroke THIN = new BasicStroke(1);
    private static final double SMALL_MARKER = 6;
    private static final double DOT_SIZE = 4;
    private static final int GAP = 6;

    private final List<WarmupCurve> curves;
    private final List<LineChart> charts = new ArrayList<>();

    /// Creates charts of CPU, wall and compile time per upload. A chart is missing if no slice has
    /// its value.
    ///
    /// @param curves one for each mode, at least one
    /// @param logarithmic axes of CPU and wall time
    WarmupChart(List<WarmupCurve> curves, boolean logarithmic) {
        this.curves = List.copyOf(curves);
        addChart("CPU per upload, the JIT compilers' included", Point::cpuMillis, logarithmic, "");
        Function<Point, OptionalDouble> wallMillis = point -> OptionalDouble.of(point.wallMillis());
        addChart("Wall time per upload", wallMillis, logarithmic, "");
        // Linear, as compile time falls to 0, which has no logarithm.
        addChart(
                "Compile time per upload, added up over the JIT compilers' threads",
                Point::jitMillis,
                false,
                "uploads made in the JVM, in thousands");
    }

    private void addChart(
            String title,
            Function<Point, OptionalDouble> value,
            boolean logarithmic,
            String axisTitle) {
        List<Point> points =
                curves.stream()
                        .flatMap(curve -> curve.points().stream())
                        .flatMap(List::stream)
                        .toList();
        if (points.stream().allMatch(point -> value.apply(point).isEmpty())) {
            return;
        }
        double mostUploads = points.stream().mapToDouble(Point::uploads).max().orElseThrow();
        DoubleSummaryStatistics positive =
                points.stream()
                        .flatMapToDouble(point -> value.apply(point).stream())
                        .filter(one -> one > 0)
                        .summaryStatistics();
        double smallest = positive.getCount() == 0 ? 1 : positive.getMin();
        double greatest = positive.getCount() == 0 ? 1 : positive.getMax();
        ValueRange range =
                logarithmic
                        ? new ValueRange(smallest / HEADROOM, greatest * HEADROOM)
                        : new ValueRange(-MARGIN * greatest, greatest * (1 + MARGIN));
        LineChart chart =
                new LineChart(
                        title, Axis.ofUploads(axisTitle, mostUploads), "ms", range, logarithmic);
        curves.forEach(curve -> new CurveSeries(chart, curve, value).add());
        charts.add(chart);
    }

    @Override
    public void paint(Canvas canvas, int width, int height) {
        int chartHeight = (height - GAP * (charts.size() - 1)) / charts.size();
        double labelWidth = 0;
        double left = 0;
        double[] lefts = new double[charts.size()];
        for (int i = 0; i < lefts.length; i++) {
            lefts[i] = charts.get(i).axisLeft(canvas.font(), width, chartHeight);
            left = Math.max(left, lefts[i]);
            labelWidth = Math.max(labelWidth, charts.get(i).endLabelWidth(canvas));
        }
        for (int i = 0; i < lefts.length; i++) {
            int shift = (int) Math.round(left - lefts[i]);
            Canvas chartCanvas = canvas.translated(0, i * (chartHeight + GAP));
            charts.get(i).paint(chartCanvas, width, chartHeight, labelWidth, shift);
        }
    }

    /// Adds one value of the warm-up of a mode to a chart. A thick line joins the medians over
    /// JVMs; thin lines join the values of single JVMs. A dotted vertical line marks the point at
    /// which weft judged the JVMs steady.
    ///
    /// If the server answered some slices without its latency, the slices with latency are large
    /// marks without a line: their wall times are not comparable.
    ///
    /// @param value milliseconds per upload; empty if unknown
    private record CurveSeries(
            LineChart chart, WarmupCurve curve, Function<Point, OptionalDouble> value) {
        void add() {
            ModeStyle style = ModeStyle.of(curve.mode());
            String mode = curve.mode().label();
            List<List<Point>> jvms = curve.points();
            for (int i = 0; jvms.size() > 1 && i < jvms.size(); i++) {
                Marker dot = ModeStyle.Shape.CIRCLE.marker(DOT_SIZE);
                Color pale = ChartStyle.translucent(style.color());
                addPoints("%s JVM %d".formatted(mode, i), jvms.get(i), pale, THIN, dot, dot);
            }
            Marker small = style.shape().marker(SMALL_MARKER);
            Marker large = style.shape().marker(ChartStyle.MARKER_SIZE);
            addPoints(mode, curve.medians(), style.color(), THICK, small, large);
            if (curve.steady().isPresent()) {
                double x = x(curve.steady().get().point());
                chart.addVerticalLine(mode + " steady", style.color(), ResultSeries.DOTTED, x);
            }
            OptionalDouble last =
                    curve.medians().stream()
                            .flatMapToDouble(point -> value.apply(point).stream())
                            .reduce((_, next) -> next);
            if (last.isPresent()) {
                String endText = mode + " " + FigureFormat.millis(last.getAsDouble());
                chart.addEndLabel(endText, style.color(), last.getAsDouble());
            }
        }

        /// Adds the slices without the server's latency, then those with it.
        ///
        /// @param name unique within the chart
        /// @param joined marker of slices that a line joins
        /// @param single marker of the others
        private void addPoints(
                String name,
                List<Point> points,
                Color color,
                BasicStroke stroke,
                Marker joined,
                Marker single) {
            for (boolean undelayed : new boolean[] {true, false}) {
                List<Point> known =
                        points.stream()
                                .filter(point -> point.undelayed() == undelayed)
                                .filter(point -> value.apply(point).isPresent())
                                .toList();
                if (known.isEmpty()) {
                    continue;
                }
                String seriesName = name + (undelayed ? " undelayed" : "");
                List<Double> x = known.stream().map(this::x).toList();
                List<Double> y = known.stream().map(this::y).toList();
                XYSeries series =
                        ChartStyle.addLine(chart.chart(), seriesName, color, stroke, x, y);
                series.setMarkerColor(color);
                series.setMarker(isJoined(undelayed) ? joined : single);
                if (!isJoined(undelayed)) {
                    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
                }
            }
        }

        /// Returns whether a line joins the slices of a kind: those without the server's latency,
        /// or all slices if none is without it.
        private boolean isJoined(boolean undelayed) {
            return undelayed || curve.medians().stream().noneMatch(Point::undelayed);
        }

        private double x(Point point) {
            return chart.axis().position(point.uploads());
        }

        private double y(Point point) {
            return chart.range().clamp(value.apply(point).orElseThrow());
        }
    }
}
