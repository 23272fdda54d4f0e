package dev.weft.plot;

import dev.weft.stats.Interval;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;

/// Chart of wall times at one number of files: a horizontal bar for each mode, and one for the
/// ideal.
final class BarChart implements Picture.Part {
    private static final double BAR_SHARE = 0.5;
    private static final int LABEL_GAP = 12;
    private static final double AXIS_HEIGHT = 60;
    private static final BasicStroke INTERVAL = new BasicStroke(2);
    private static final int BAR_ALPHA = 60;

    private final String title;
    private final ValueRange range;
    private final int rowCount;
    private final XYChart chart;
    private final List<RowLabels> labels = new ArrayList<>();
    private final List<XYSeries> bars = new ArrayList<>();
    private final boolean logarithmic;

    /// Texts on both sides of a row.
    private record RowLabels(String name, String figures, Color color) {}

    /// Creates a chart without bars.
    ///
    /// @param title part of the picture that the chart shows; empty for none
    /// @param rowCount number of bars, the one of the ideal included
    BarChart(String title, ValueRange range, boolean logarithmic, int rowCount) {
        this.title = title;
        this.range = range;
        this.logarithmic = logarithmic;
        this.rowCount = rowCount;
        this.chart = ChartStyle.chart("wall time [s]", "");
        XYStyler styler = chart.getStyler();
        styler.setXAxisLogarithmic(logarithmic);
        styler.setXAxisMin(range.low());
        styler.setXAxisMax(range.high());
        styler.setYAxisMin(-0.5);
        styler.setYAxisMax(rowCount - 0.5);
        styler.setYAxisTicksVisible(false);
        styler.setYAxisTitleVisible(false);
        styler.setPlotGridHorizontalLinesVisible(false);
        styler.setXAxisTickLabelsFormattingFunction(
                ChartStyle.ticks(range.low(), range.high(), logarithmic));
    }

    /// Adds the row of a mode: its bar, interval, passes and value.
    ///
    /// @param figures text beside the bar
    void addMode(ModeLine line, String figures) {
        ModeStyle style = ModeStyle.of(line.mode());
        ModeLine.Point point = line.last();
        String name = line.mode().label();
        double y = addRow(name, figures, style.color(), point.value());
        Interval bar = point.bar();
        var _ = addSegment(name + " interval", style.color(), bar.low(), bar.high(), y);
        List<Double> passes = point.passes();
        if (point.drawsPasses()) {
            List<Double> ys = Collections.nCopies(passes.size(), y);
            ChartStyle.addDots(chart, name + " passes", style.color(), passes, ys);
        }
        Marker marker = style.shape().marker(ChartStyle.MARKER_SIZE);
        List<Double> value = List.of(point.value());
        ChartStyle.addMarks(chart, name, style.color(), marker, value, List.of(y));
    }

    /// Adds the row of the ideal, and a dashed line across all rows.
    ///
    /// @param figures text beside the bar
    void addIdeal(IdealLine.Point point, String figures) {
        Color color = IdealLine.COLOR;
        double y = addRow("ideal", figures, color, point.value());
        Interval idealRange = point.range();
        var _ = addSegment("ideal range", color, idealRange.low(), idealRange.high(), y);
        double x = range.clamp(point.value());
        List<Double> allRows = List.of(-0.5, rowCount - 0.5);
        BasicStroke dashed = ResultSeries.DASHED;
        var _ = ChartStyle.addLine(chart, "ideal", color, dashed, List.of(x, x), allRows);
    }

    /// Adds labels and a bar below the rows so far. Adds no bar on a logarithmic axis: its length
    /// would depend on the start of the axis.
    ///
    /// @return axis value of the row
    private double addRow(String name, String figures, Color color, double value) {
        double y = y(labels.size());
        labels.add(new RowLabels(name, figures, color));
        if (!logarithmic) {
            Color pale = new Color(color.getRed(), color.getGreen(), color.getBlue(), BAR_ALPHA);
            bars.add(addSegment(name + " bar", pale, 0, value, y));
        }
        return y;
    }

    private XYSeries addSegment(String name, Color color, double from, double to, double y) {
        List<Double> x = List.of(range.clamp(from), range.clamp(to));
        return ChartStyle.addLine(chart, name, color, INTERVAL, x, List.of(y, y));
    }

    /// Returns the axis value of a row. Rows count from the top, axis values from the bottom.
    private double y(int row) {
        return rowCount - 1 - row;
    }

    @Override
    public void paint(Canvas canvas, int width, int height) {
        int titleHeight = canvas.partTitle(title, width);
        int left = labelWidth(canvas, RowLabels::name);
        int chartWidth = width - left - labelWidth(canvas, RowLabels::figures);
        int chartHeight = height - titleHeight;
        double thickness = Math.max(2, BAR_SHARE * (chartHeight - AXIS_HEIGHT) / rowCount);
        BasicStroke stroke =
                new BasicStroke((float) thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
        bars.forEach(bar -> bar.setLineStyle(stroke));
        Canvas chartCanvas = canvas.translated(left, titleHeight);
        chartCanvas.chart(chart, chartWidth, chartHeight);
        double figuresX = chartWidth + LABEL_GAP / 2;
        for (int i = 0; i < labels.size(); i++) {
            RowLabels row = labels.get(i);
            double y = chart.getScreenYFromChart(y(i)) + Canvas.LABEL / 3;
            double nameX = -canvas.textWidth(row.name(), Canvas.LABEL);
            chartCanvas.text(row.name(), Canvas.LABEL, row.color(), nameX, y);
            chartCanvas.text(row.figures(), Canvas.LABEL, row.color(), figuresX, y);
        }
    }

    private int labelWidth(Canvas canvas, Function<RowLabels, String> text) {
        List<String> texts = labels.stream().map(text).toList();
        return LABEL_GAP + (int) Math.ceil(canvas.widest(texts, Canvas.LABEL));
    }
}
