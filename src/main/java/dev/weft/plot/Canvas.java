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

/// Creates empty charts in the common style of weft's pictures.
record Canvas(TextPainter lettering) {
    static final Color INK = new Color(0x333333);

    static final Color GRID = new Color(0xDDDDDD);
    private static final int TICK_PIXELS = 60;
    private static final double CROWDED_RATIO = 10;

    /// Creates a chart without a legend.
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

    /// Returns the formatter of tick labels for an axis. A logarithmic axis longer than a decade
    /// has labels only at 1, 2, 5, 10, 20, 50 and so on.
    static Function<Double, String> ticks(double start, double end, boolean logarithmic) {
        boolean crowded = logarithmic && end / start > CROWDED_RATIO;
        return value -> !crowded || isRound(value) ? FigureFormat.plain(value) : "";
    }

    /// Returns whether a number is 1, 2 or 5 times a power of ten.
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
