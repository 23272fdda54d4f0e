package dev.weft.plot;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

/// One pair of axes with lines, and the lines' names at their ends.
///
/// @param title what it shows of the whole; may be empty
/// @param yTitle what the vertical axis counts
/// @param logarithmic whether the vertical axis is
/// @param layers from the lowest to the topmost
/// @param legend where it is; empty where there is none
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

    /// Stands after the name of a line that leaves the picture.
    private static final String BEYOND = " \u2191";

    Panel {
        layers = List.copyOf(layers);
    }

    @Override
    public void paint(Graphics2D graphics, TextPainter lettering, int width, int height) {
        paint(graphics, lettering, width, height, labelWidth(graphics, lettering), 0);
    }

    /// What the names at the ends of the lines need.
    double labelWidth(Graphics2D graphics, TextPainter lettering) {
        return ends().stream()
                .mapToDouble(end -> lettering.width(graphics, text(end), TextPainter.LABEL))
                .max()
                .orElse(0);
    }

    /// How far from the left the horizontal axis begins. It depends on the numbers of the vertical
    /// one, and the chart knows it only once it was drawn.
    double left(TextPainter lettering, int width, int height) {
        XYChart chart = chart(lettering, width, height);
        Graphics2D nowhere = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        chart.paint(nowhere, width, height);
        nowhere.dispose();
        return chart.getScreenXFromChart(axis.start());
    }

    /// Draws it with a given room for the names at the ends of the lines, the axes moved to the
    /// right.
    void paint(
            Graphics2D graphics,
            TextPainter lettering,
            int width,
            int height,
            double labels,
            int moved) {
        int titleHeight = title.isEmpty() ? 0 : TITLE_HEIGHT;
        int chartWidth = width - moved - (int) Math.ceil(labels) - LABEL_GAP;
        XYChart chart = chart(lettering, chartWidth, height - titleHeight);
        lettering.drawWithin(
                width, graphics, title, TextPainter.PANEL, Canvas.INK, 0, TextPainter.PANEL);
        Graphics2D own = (Graphics2D) graphics.create();
        own.translate(moved, titleHeight);
        chart.paint(own, chart.getWidth(), chart.getHeight());
        double top = chart.getScreenYFromChart(range.high());
        double bottom = chart.getScreenYFromChart(range.low());
        if (!axis.ticks().isEmpty()) {
            new TickLabels(axis.title(), axis.ticks())
                    .paint(
                            own,
                            lettering,
                            chart.getScreenXFromChart((axis.start() + axis.end()) / 2),
                            chart::getScreenXFromChart,
                            bottom);
        }
        endLabels(chart).paint(own, lettering, chartWidth + LABEL_GAP / 2.0, top, bottom);
        own.dispose();
    }

    private XYChart chart(TextPainter lettering, int width, int height) {
        boolean named = !axis.ticks().isEmpty();
        XYChart chart =
                new Canvas(lettering)
                        .chart(
                                width,
                                height - (named ? TickLabels.HEIGHT : 0),
                                named ? "" : axis.title(),
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
        styler.setPlotGridVerticalLinesVisible(!named);
        styler.setXAxisTickLabelsFormattingFunction(
                named ? _ -> " " : Canvas.ticks(axis.start(), axis.end(), axis.logarithmic()));
        styler.setYAxisTickLabelsFormattingFunction(
                Canvas.ticks(range.low(), range.high(), logarithmic));
        layers.forEach(layer -> layer.add(chart, range));
        return chart;
    }

    private List<Layer.End> ends() {
        return layers.stream().flatMap(layer -> layer.end().stream()).toList();
    }

    private String text(Layer.End end) {
        return end.text() + (end.value() > range.high() ? BEYOND : "");
    }

    private EndLabels endLabels(XYChart chart) {
        return new EndLabels(
                ends().stream()
                        .map(
                                end ->
                                        new EndLabels.Label(
                                                text(end),
                                                end.color(),
                                                chart.getScreenYFromChart(
                                                        range.within(end.value()))))
                        .toList());
    }
}
