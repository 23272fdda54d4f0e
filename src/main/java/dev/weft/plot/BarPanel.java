package dev.weft.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;

/// One size alone: a bar for each mode, its value beside it, and the ideal that none can beat.
///
/// @param title what it shows of the whole; may be empty
/// @param rows from the top
/// @param ideal the last row, and a dashed line through all of them
record BarPanel(
        String title, List<Row> rows, Optional<Ideal> ideal, ValueRange range, boolean logarithmic)
        implements Block {
    private static final double THICK = 0.5;
    private static final int GAP = 12;
    private static final double FOOT = 60;

    /// A mode.
    ///
    /// @param text its figures
    record Row(ModeLine line, String text) {}

    /// The ideal.
    ///
    /// @param text its figures
    record Ideal(IdealLine.Point point, String text) {}

    private record Name(String name, String text, Color color) {}

    BarPanel {
        rows = List.copyOf(rows);
    }

    @Override
    public void paint(Graphics2D graphics, TextPainter lettering, int width, int height) {
        int head = title.isEmpty() ? 0 : Panel.TITLE_HEIGHT;
        lettering.drawWithin(
                width, graphics, title, TextPainter.PANEL, Canvas.INK, 0, TextPainter.PANEL);
        List<Name> names = names();
        int left = GAP + widest(graphics, lettering, names.stream().map(Name::name).toList());
        int right = GAP + widest(graphics, lettering, names.stream().map(Name::text).toList());
        XYChart chart = chart(lettering, width - left - right, height - head);
        Graphics2D own = (Graphics2D) graphics.create();
        own.translate(left, head);
        chart.paint(own, chart.getWidth(), chart.getHeight());
        for (int i = 0; i < names.size(); i++) {
            Name name = names.get(i);
            double y = chart.getScreenYFromChart(y(i)) + TextPainter.LABEL / 3;
            double nameWidth = lettering.width(own, name.name(), TextPainter.LABEL);
            lettering.draw(own, name.name(), TextPainter.LABEL, name.color(), -nameWidth, y);
            lettering.draw(
                    own, name.text(), TextPainter.LABEL, name.color(), chart.getWidth() + GAP / 2, y);
        }
        own.dispose();
    }

    private List<Name> names() {
        List<Name> names = new ArrayList<>();
        rows.forEach(
                row ->
                        names.add(
                                new Name(
                                        row.line().mode().label(),
                                        row.text(),
                                        ModeStyle.of(row.line().mode()).color())));
        ideal.ifPresent(one -> names.add(new Name("ideal", one.text(), IdealLine.COLOR)));
        return names;
    }

    private static int widest(Graphics2D graphics, TextPainter lettering, List<String> texts) {
        return (int)
                Math.ceil(
                        texts.stream()
                                .mapToDouble(
                                        text -> lettering.width(graphics, text, TextPainter.LABEL))
                                .max()
                                .orElse(0));
    }

    private int count() {
        return rows.size() + (ideal.isPresent() ? 1 : 0);
    }

    /// Rows are numbered from the top, the axis grows from the bottom.
    private double y(int row) {
        return count() - 1 - row;
    }

    private XYChart chart(TextPainter lettering, int width, int height) {
        XYChart chart = new Canvas(lettering).chart(width, height, "wall time [s]", "");
        XYStyler styler = chart.getStyler();
        styler.setXAxisLogarithmic(logarithmic);
        styler.setXAxisMin(range.low());
        styler.setXAxisMax(range.high());
        styler.setYAxisMin(-0.5);
        styler.setYAxisMax(count() - 0.5);
        styler.setYAxisTicksVisible(false);
        styler.setYAxisTitleVisible(false);
        styler.setPlotGridHorizontalLinesVisible(false);
        styler.setXAxisTickLabelsFormattingFunction(
                Canvas.ticks(range.low(), range.high(), logarithmic));
        float thick = (float) Math.max(2, THICK * (height - FOOT) / count());
        BarSeries series = new BarSeries(chart, range, logarithmic, thick);
        for (int i = 0; i < rows.size(); i++) {
            series.add(rows.get(i).line(), y(i));
        }
        ideal.ifPresent(one -> series.add(one.point(), count()));
        return chart;
    }
}
