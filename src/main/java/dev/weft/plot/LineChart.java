package dev.weft.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

/// Chart of lines with labels at their right ends.
final class LineChart implements Picture.Part {
    private static final double END_LABEL_HEIGHT = 1.35 * Canvas.LABEL;
    private static final int END_LABEL_GAP = 18;

    private final String title;
    private final Axis axis;
    private final ValueRange range;
    private final XYChart chart;
    private final List<EndLabel> endLabels = new ArrayList<>();

    /// Label at the right end of a line.
    ///
    /// @param value where the line ends
    private record EndLabel(String text, Color color, double value) {}

    /// Creates a chart without lines.
    ///
    /// @param title part of the picture that the chart shows; empty for none
    /// @param range of the vertical axis
    /// @param logarithmic of the vertical axis
    LineChart(String title, Axis axis, String yTitle, ValueRange range, boolean logarithmic) {
        this.title = title;
        this.axis = axis;
        this.range = range;
        this.chart = ChartStyle.chart(hasOwnTicks() ? "" : axis.title(), yTitle);
        XYStyler styler = chart.getStyler();
        styler.setXAxisLogarithmic(axis.logarithmic());
        styler.setYAxisLogarithmic(logarithmic);
        styler.setXAxisTickMarkSpacingHint(axis.tickSpacingPixels());
        styler.setXAxisMin(axis.start());
        styler.setXAxisMax(axis.end());
        styler.setYAxisMin(range.low());
        styler.setYAxisMax(range.high());
        styler.setPlotGridVerticalLinesVisible(!hasOwnTicks());
        styler.setXAxisTickLabelsFormattingFunction(
                hasOwnTicks()
                        ? _ -> " "
                        : ChartStyle.ticks(axis.start(), axis.end(), axis.logarithmic()));
        styler.setYAxisTickLabelsFormattingFunction(
                ChartStyle.ticks(range.low(), range.high(), logarithmic));
    }

    Axis axis() {
        return axis;
    }

    ValueRange range() {
        return range;
    }

    /// Returns the chart of the chart library, to add series.
    XYChart chart() {
        return chart;
    }

    void showLegend(LegendPosition position) {
        chart.getStyler().setLegendVisible(true);
        chart.getStyler().setLegendPosition(position);
    }

    /// Adds a vertical line between two values, cut off at the range of the chart.
    ///
    /// @param name unique within the chart
    void addVerticalLine(
            String name, Color color, BasicStroke stroke, double x, double from, double to) {
        List<Double> y = List.of(range.clamp(from), range.clamp(to));
        var _ = ChartStyle.addLine(chart, name, color, stroke, List.of(x, x), y);
    }

    /// Adds a vertical line over the full height.
    ///
    /// @param name unique within the chart
    void addVerticalLine(String name, Color color, BasicStroke stroke, double x) {
        addVerticalLine(name, color, stroke, x, range.low(), range.high());
    }

    /// Adds a label at the right end of a line. Marks it if the line ends above the chart.
    ///
    /// @param value where the line ends
    void addEndLabel(String text, Color color, double value) {
        endLabels.add(new EndLabel(text + (value > range.high() ? " \u2191" : ""), color, value));
    }

    @Override
    public void paint(Canvas canvas, int width, int height) {
        paint(canvas, width, height, endLabelWidth(canvas), 0);
    }

    /// Paints the chart.
    ///
    /// @param endLabelWidth width of the space for the labels at the ends of the lines
    /// @param shift distance by which the axes move to the right
    void paint(Canvas canvas, int width, int height, double endLabelWidth, int shift) {
        int titleHeight = canvas.partTitle(title, width);
        int chartWidth = width - shift - (int) Math.ceil(endLabelWidth) - END_LABEL_GAP;
        Canvas chartCanvas = canvas.translated(shift, titleHeight);
        paintChart(chartCanvas, chartWidth, height - titleHeight);
        if (hasOwnTicks()) {
            axis.paintTicks(chartCanvas, chart::getScreenXFromChart, screenY(range.low()));
        }
        paintEndLabels(chartCanvas, chartWidth + END_LABEL_GAP / 2.0);
    }

    /// Returns the width of the widest label at the end of a line.
    double endLabelWidth(Canvas canvas) {
        return canvas.widest(endLabels.stream().map(EndLabel::text).toList(), Canvas.LABEL);
    }

    /// Returns the distance from the left edge to the start of the horizontal axis. It depends on
    /// the tick labels of the vertical axis, and the chart library knows it only after drawing.
    double axisLeft(Font font, int width, int height) {
        Graphics2D scratch = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        paintChart(new Canvas(scratch, font), width, height);
        scratch.dispose();
        return chart.getScreenXFromChart(axis.start());
    }

    private void paintChart(Canvas canvas, int width, int height) {
        canvas.chart(chart, width, height - (hasOwnTicks() ? Axis.TICKS_HEIGHT : 0));
    }

    private void paintEndLabels(Canvas canvas, double x) {
        List<EndLabel> sorted =
                endLabels.stream()
                        .sorted(Comparator.comparingDouble(label -> screenY(label.value())))
                        .toList();
        double[] lineEnds = sorted.stream().mapToDouble(label -> screenY(label.value())).toArray();
        double[] centers = spread(lineEnds, screenY(range.high()), screenY(range.low()));
        for (int i = 0; i < centers.length; i++) {
            EndLabel label = sorted.get(i);
            canvas.text(
                    label.text(), Canvas.LABEL, label.color(), x, centers[i] + Canvas.LABEL / 3);
        }
    }

    /// Returns the centres of labels so that none touch: each as close to the end of its line as
    /// the others allow.
    ///
    /// @param lineEnds in ascending order
    /// @param top smallest centre
    /// @param bottom largest centre
    static double[] spread(double[] lineEnds, double top, double bottom) {
        double[] centers = lineEnds.clone();
        double minimum = top;
        for (int i = 0; i < centers.length; i++) {
            centers[i] = Math.max(centers[i], minimum);
            minimum = centers[i] + END_LABEL_HEIGHT;
        }
        double maximum = bottom;
        for (int i = centers.length - 1; i >= 0; i--) {
            centers[i] = Math.min(centers[i], maximum);
            maximum = centers[i] - END_LABEL_HEIGHT;
        }
        return centers;
    }

    private double screenY(double value) {
        return chart.getScreenYFromChart(range.clamp(value));
    }

    private boolean hasOwnTicks() {
        return !axis.ticks().isEmpty();
    }
}
