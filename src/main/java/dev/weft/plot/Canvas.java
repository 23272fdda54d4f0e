package dev.weft.plot;

import dev.weft.analysis.FigureFormat;
import java.awt.Color;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Function;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

/// Empty charts, which all look alike.
record Canvas(TextPainter lettering) {
    static final Color INK = new Color(0x333333);

    static final Color GRID = new Color(0xDDDDDD);
    private static final int TICK_PIXELS = 60;
    private static final double CROWDED = 10;

    /// A chart of a size, without a legend.
    XYChart chart(int width, int height, String xTitle, String yTitle) {
        XYChart chart =
                new XYChartBuilder()
                        .width(width)
                        .height(height)
                        .xAxisTitle(xTitle)
                        .yAxisTitle(yTitle)
                        .build();
        style(chart.getStyler());
        return chart;
    }

    /// How ticks are named from here to there. On a long logarithmic axis only 1, 2, 5, 10, 20, 50
    /// and so on have room for their names.
    static Function<Double, String> ticks(double start, double end, boolean logarithmic) {
        boolean crowded = logarithmic && end / start > CROWDED;
        return value -> !crowded || isRound(value) ? FigureFormat.plain(value) : "";
    }

    /// Whether the number is 1, 2 or 5, or one of these with noughts.
    static boolean isRound(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
        return rounded.precision() == 1 && "125".contains(rounded.unscaledValue().toString());
    }

    private void style(XYStyler styler) {
        styler.setBaseFont(lettering.size(TextPainter.TICK));
        styler.setAxisTitleFont(lettering.size(TextPainter.AXIS));
        styler.setAxisTickLabelsFont(lettering.size(TextPainter.TICK));
        styler.setLegendFont(lettering.size(TextPainter.LEGEND));
        styler.setChartFontColor(INK);
        styler.setAxisTickLabelsColor(INK);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotBorderVisible(false);
        styler.setPlotMargin(0);
        styler.setPlotContentSize(1);
        styler.setChartTitleVisible(false);
        styler.setLegendVisible(false);
        styler.setLegendPosition(LegendPosition.InsideNW);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setYAxisTickMarkSpacingHint(TICK_PIXELS);
        styler.setXAxisLogarithmicDecadeOnly(false);
        styler.setYAxisLogarithmicDecadeOnly(false);
    }
}
