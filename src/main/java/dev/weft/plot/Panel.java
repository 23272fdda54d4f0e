package dev.weft.plot;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

/// Pair of axes with layers, and labels at the ends of their lines.
///
/// @param title part of the picture that the panel shows; may be empty
/// @param logarithmic of the vertical axis
/// @param layers from bottom to top
/// @param legend position of the legend; empty for none
record Panel(
        String title,
        Axis axis,
        String yTitle,
        ValueRange range,
        boolean logarithmic,
        List<? extends Layer> layers,
        Optional<LegendPosition> legend)
        implements Block {
    static final int TITLE_HEIGHT = 30;

    private static final int LABEL_GAP = 18;

    /// Follows the label of a line that ends above the chart.
    private static final String BEYOND = " \u2191";

    Panel {
        layers = List.copyOf(layers);
    }

    @Override
    public void paint(Graphics2D graphics, TextPainter painter, int width, int height) {
        paint(graphics, painter, width, height, labelWidth(graphics, painter), 0);
    }

    /// Returns the width of the widest label at the end of a line.
    double labelWidth(Graphics2D graphics, TextPainter painter) {
        return ends().stream()
                .mapToDouble(end -> painter.width(graphics, labelText(end), TextPainter.LABEL))
                .max()
                .orElse(0);
    }

    /// Returns the distance from the left edge to the start of the horizontal axis. It depends on
    /// the tick labels of the vertical axis, and the chart library knows it only after drawing.
    double left(TextPainter painter, int width, int height) {
        XYChart chart = chart(painter, width, height);
        Graphics2D scratch = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        chart.paint(scratch, width, height);
        scratch.dispose();
        return chart.getScreenXFromChart(axis.start());
    }

    /// Paints the panel.
    ///
    /// @param labels width of the labels at the ends of the lines
    /// @param moved distance by which the axes move to the right
    void paint(
            Graphics2D graphics,
            TextPainter painter,
            int width,
            int height,
            double labels,
            int moved) {
        int titleHeight = title.isEmpty() ? 0 : TITLE_HEIGHT;
        int chartWidth = width - moved - (int) Math.ceil(labels) - LABEL_GAP;
        XYChart chart = chart(painter, chartWidth, height - titleHeight);
        painter.drawWithin(
                width, graphics, title, TextPainter.PANEL, Canvas.INK, 0, TextPainter.PANEL);
        Graphics2D translated = (Graphics2D) graphics.create();
        translated.translate(moved, titleHeight);
        chart.paint(translated, chart.getWidth(), chart.getHeight());
        double top = chart.getScreenYFromChart(range.high());
        double bottom = chart.getScreenYFromChart(range.low());
        if (!axis.ticks().isEmpty()) {
            new TickLabels(axis.title(), axis.ticks())
                    .paint(
                            translated,
                            painter,
                            chart.getScreenXFromChart((axis.start() + axis.end()) / 2),
                            chart::getScreenXFromChart,
                            bottom);
        }
        endLabels(chart).paint(translated, painter, chartWidth + LABEL_GAP / 2.0, top, bottom);
        translated.dispose();
    }

    private XYChart chart(TextPainter painter, int width, int height) {
        boolean hasTickLabels = !axis.ticks().isEmpty();
        XYChart chart =
                new Canvas(painter)
                        .chart(
                                width,
                                height - (hasTickLabels ? TickLabels.HEIGHT : 0),
                                hasTickLabels ? "" : axis.title(),
                                yTitle);
        XYStyler styler = chart.getStyler();
        styler.setLegendVisible(legend.isPresent());
        legend.ifPresent(styler::setLegendPosition);
        styler.setXAxisLogarithmic(axis.logarithmic());
        styler.setYAxisLogarithmic(logarithmic);
        styler.setXAxisTickMarkSpacingHint(axis.tickPixels());
        styler.setXAxisMin(axis.start());
        styler.setXAxisMax(axis.end());
        styler.setYAxisMin(range.low());
        styler.setYAxisMax(range.high());
        styler.setPlotGridVerticalLinesVisible(!hasTickLabels);
        styler.setXAxisTickLabelsFormattingFunction(
                hasTickLabels
                        ? _ -> " "
                        : Canvas.ticks(axis.start(), axis.end(), axis.logarithmic()));
        styler.setYAxisTickLabelsFormattingFunction(
                Canvas.ticks(range.low(), range.high(), logarithmic));
        layers.forEach(layer -> layer.add(chart, range));
        return chart;
    }

    private List<Layer.End> ends() {
        return layers.stream().flatMap(layer -> layer.end().stream()).toList();
    }

    private String labelText(Layer.End end) {
        return end.text() + (end.value() > range.high() ? BEYOND : "");
    }

    private EndLabels endLabels(XYChart chart) {
        return new EndLabels(
                ends().stream()
                        .map(
                                end ->
                                        new EndLabels.Label(
                                                labelText(end),
                                                end.color(),
                                                chart.getScreenYFromChart(
                                                        range.within(end.value()))))
                        .toList());
    }
}
