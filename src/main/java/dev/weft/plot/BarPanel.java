package dev.weft.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;

/// Bar chart of wall times at one number of files: a bar for each mode and one for the ideal.
///
/// @param title part of the picture that the panel shows; may be empty
/// @param rows from top to bottom
/// @param ideal the bottom row, and a dashed line through all rows
record BarPanel(
        String title, List<Row> rows, Optional<Ideal> ideal, ValueRange range, boolean logarithmic)
        implements Block {
    private static final double BAR_SHARE = 0.5;
    private static final int GAP = 12;
    private static final double AXIS_HEIGHT = 60;

    /// Bar of a mode.
    ///
    /// @param text figures beside the bar
    record Row(ModeLine line, String text) {}

    /// Bar of the ideal.
    ///
    /// @param text figures beside the bar
    record Ideal(IdealLine.Point point, String text) {}

    private record RowLabel(String name, String text, Color color) {}

    BarPanel {
        rows = List.copyOf(rows);
    }

    @Override
    public void paint(Graphics2D graphics, TextPainter painter, int width, int height) {
        int titleHeight = title.isEmpty() ? 0 : Panel.TITLE_HEIGHT;
        painter.drawWithin(
                width, graphics, title, TextPainter.PANEL, Canvas.INK, 0, TextPainter.PANEL);
        List<RowLabel> labels = labels();
        int left = GAP + widest(graphics, painter, labels.stream().map(RowLabel::name).toList());
        int right = GAP + widest(graphics, painter, labels.stream().map(RowLabel::text).toList());
        XYChart chart = chart(painter, width - left - right, height - titleHeight);
        Graphics2D translated = (Graphics2D) graphics.create();
        translated.translate(left, titleHeight);
        chart.paint(translated, chart.getWidth(), chart.getHeight());
        for (int i = 0; i < labels.size(); i++) {
            RowLabel label = labels.get(i);
            double y = chart.getScreenYFromChart(y(i)) + TextPainter.LABEL / 3;
            double nameWidth = painter.width(translated, label.name(), TextPainter.LABEL);
            painter.draw(translated, label.name(), TextPainter.LABEL, label.color(), -nameWidth, y);
            painter.draw(
                    translated,
                    label.text(),
                    TextPainter.LABEL,
                    label.color(),
                    chart.getWidth() + GAP / 2,
                    y);
        }
        translated.dispose();
    }

    private List<RowLabel> labels() {
        List<RowLabel> labels = new ArrayList<>();
        rows.forEach(
                row ->
                        labels.add(
                                new RowLabel(
                                        row.line().mode().label(),
                                        row.text(),
                                        ModeStyle.of(row.line().mode()).color())));
        ideal.ifPresent(one -> labels.add(new RowLabel("ideal", one.text(), IdealLine.COLOR)));
        return labels;
    }

    private static int widest(Graphics2D graphics, TextPainter painter, List<String> texts) {
        return (int)
                Math.ceil(
                        texts.stream()
                                .mapToDouble(
                                        text -> painter.width(graphics, text, TextPainter.LABEL))
                                .max()
                                .orElse(0));
    }

    private int rowCount() {
        return rows.size() + (ideal.isPresent() ? 1 : 0);
    }

    /// Returns the axis value of a row. Rows count from the top, axis values from the bottom.
    private double y(int row) {
        return rowCount() - 1 - row;
    }

    private XYChart chart(TextPainter painter, int width, int height) {
        XYChart chart = new Canvas(painter).chart(width, height, "wall time [s]", "");
        XYStyler styler = chart.getStyler();
        styler.setXAxisLogarithmic(logarithmic);
        styler.setXAxisMin(range.low());
        styler.setXAxisMax(range.high());
        styler.setYAxisMin(-0.5);
        styler.setYAxisMax(rowCount() - 0.5);
        styler.setYAxisTicksVisible(false);
        styler.setYAxisTitleVisible(false);
        styler.setPlotGridHorizontalLinesVisible(false);
        styler.setXAxisTickLabelsFormattingFunction(
                Canvas.ticks(range.low(), range.high(), logarithmic));
        float thickness = (float) Math.max(2, BAR_SHARE * (height - AXIS_HEIGHT) / rowCount());
        BarSeries series = new BarSeries(chart, range, logarithmic, thickness);
        for (int i = 0; i < rows.size(); i++) {
            series.add(rows.get(i).line(), y(i));
        }
        ideal.ifPresent(one -> series.add(one.point(), rowCount()));
        return chart;
    }
}
