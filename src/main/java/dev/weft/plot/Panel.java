package dev.weft.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import java.util.function.Function;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

/// One pair of axes with a line for each mode, and the lines' names at their ends.
///
/// @param title what it shows of the whole; may be empty
/// @param lines at least one
/// @param endLabel what stands at the end of a line
record Panel(
        String title,
        List<ModeLine> lines,
        boolean logarithmic,
        boolean legend,
        Function<ModeLine, String> endLabel) {
    private static final Color INK = new Color(0x333333);
    private static final Color GRID = new Color(0xDDDDDD);
    private static final int LABEL_GAP = 12;
    private static final double HEADROOM = 1.06;
    private static final double HEADROOM_FACTOR = 1.3;
    private static final int TICK_PIXELS = 60;
    private static final int TITLE_HEIGHT = 30;

    Panel {
        lines = List.copyOf(lines);
    }

    /// Draws it into a rectangle whose upper left corner is the origin.
    void paint(Graphics2D graphics, Lettering lettering, int width, int height) {
        double labels =
                lines.stream()
                        .map(endLabel)
                        .mapToDouble(text -> lettering.width(graphics, text, Lettering.LABEL))
                        .max()
                        .orElse(0);
        int titleHeight = title.isEmpty() ? 0 : TITLE_HEIGHT;
        int chartWidth = width - (int) Math.ceil(labels) - LABEL_GAP;
        XYChart chart = chart(lettering, chartWidth, height - titleHeight);
        lettering.drawWithin(width, graphics, title, Lettering.PANEL, INK, 0, Lettering.PANEL);
        Graphics2D own = (Graphics2D) graphics.create();
        own.translate(0, titleHeight);
        chart.paint(own, chart.getWidth(), chart.getHeight());
        endLabels(chart)
                .paint(
                        own,
                        lettering,
                        chartWidth + LABEL_GAP / 2.0,
                        chart.getScreenYFromChart(chart.getStyler().getYAxisMax()),
                        chart.getScreenYFromChart(chart.getStyler().getYAxisMin()));
        own.dispose();
    }

    private XYChart chart(Lettering lettering, int width, int height) {
        XYChart chart =
                new XYChartBuilder()
                        .width(width)
                        .height(height)
                        .xAxisTitle("number of files")
                        .yAxisTitle("wall time [s]")
                        .build();
        FileAxis axis = FileAxis.of(lines, logarithmic);
        style(chart.getStyler(), lettering);
        scale(chart.getStyler(), axis);
        lines.forEach(line -> new ModeSeries(chart, axis, line).add());
        return chart;
    }

    private void style(XYStyler styler, Lettering lettering) {
        styler.setBaseFont(lettering.size(Lettering.TICK));
        styler.setAxisTitleFont(lettering.size(Lettering.AXIS));
        styler.setAxisTickLabelsFont(lettering.size(Lettering.TICK));
        styler.setLegendFont(lettering.size(Lettering.LABEL));
        styler.setChartFontColor(INK);
        styler.setAxisTickLabelsColor(INK);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotBorderVisible(false);
        styler.setPlotMargin(0);
        styler.setPlotContentSize(1);
        styler.setChartTitleVisible(false);
        styler.setLegendVisible(legend);
        styler.setLegendPosition(LegendPosition.InsideNW);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setYAxisTickMarkSpacingHint(TICK_PIXELS);
    }

    private void scale(XYStyler styler, FileAxis axis) {
        double slowest =
                lines.stream()
                        .flatMap(line -> line.points().stream())
                        .mapToDouble(point -> point.spread().maximum())
                        .max()
                        .orElseThrow();
        double fastest =
                lines.stream()
                        .flatMap(line -> line.points().stream())
                        .mapToDouble(point -> point.spread().minimum())
                        .min()
                        .orElseThrow();
        double lowest = logarithmic ? fastest / HEADROOM_FACTOR : -FileAxis.ORIGIN * slowest;
        double highest = slowest * (logarithmic ? HEADROOM_FACTOR : HEADROOM);
        styler.setXAxisLogarithmic(logarithmic);
        styler.setYAxisLogarithmic(logarithmic);
        styler.setXAxisLogarithmicDecadeOnly(false);
        styler.setYAxisLogarithmicDecadeOnly(false);
        styler.setXAxisMin(axis.start());
        styler.setXAxisMax(axis.end());
        styler.setYAxisMin(lowest);
        styler.setYAxisMax(highest);
        styler.setXAxisTickLabelsFormattingFunction(tick(axis.start(), axis.end()));
        styler.setYAxisTickLabelsFormattingFunction(tick(lowest, highest));
    }

    /// On a long logarithmic axis only 1, 2, 5, 10, 20, 50 and so on have room for their names.
    private Function<Double, String> tick(double start, double end) {
        boolean crowded = logarithmic && end / start > 10;
        return value -> !crowded || Figure.isRound(value) ? Figure.plain(value) : "";
    }

    private EndLabels endLabels(XYChart chart) {
        return new EndLabels(
                lines.stream()
                        .map(
                                line ->
                                        new EndLabels.Label(
                                                endLabel.apply(line),
                                                ModeStyle.of(line.mode()),
                                                chart.getScreenYFromChart(
                                                        line.last().spread().median())))
                        .toList());
    }
}
