package dev.weft.plot;

import dev.weft.analysis.FigureFormat;
import java.awt.BasicStroke;
import java.awt.Color;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Function;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// Creates charts and their series in the common style of weft's pictures.
final class ChartStyle {
    static final Color INK = new Color(0x333333);
    static final Color GRID = new Color(0xDDDDDD);

    /// Size of the mark of a value, in pixels.
    static final double MARKER_SIZE = 11;

    private static final double DOT_SIZE = 5;
    private static final int TRANSLUCENT_ALPHA = 110;
    private static final int TICK_SPACING_PIXELS = 60;
    private static final double CROWDED_RATIO = 10;

    private ChartStyle() {}

    /// Creates an empty chart without a legend.
    static XYChart chart(String xTitle, String yTitle) {
        XYChart chart = new XYChartBuilder().xAxisTitle(xTitle).yAxisTitle(yTitle).build();
        XYStyler styler = chart.getStyler();
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
        styler.setYAxisTickMarkSpacingHint(TICK_SPACING_PIXELS);
        styler.setXAxisLogarithmicDecadeOnly(false);
        styler.setYAxisLogarithmicDecadeOnly(false);
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

    /// Adds a line without marks.
    ///
    /// @param name unique within the chart
    static XYSeries addLine(
            XYChart chart,
            String name,
            Color color,
            BasicStroke stroke,
            List<Double> x,
            List<Double> y) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setShowInLegend(false);
        series.setLineColor(color);
        series.setLineStyle(stroke);
        return series;
    }

    /// Adds marks without a line.
    ///
    /// @param name unique within the chart
    static void addMarks(
            XYChart chart,
            String name,
            Color color,
            Marker marker,
            List<Double> x,
            List<Double> y) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        series.setShowInLegend(false);
        series.setMarker(marker);
        series.setMarkerColor(color);
    }

    /// Adds a dot for each pass.
    static void addDots(XYChart chart, String name, Color color, List<Double> x, List<Double> y) {
        addMarks(chart, name, translucent(color), ModeStyle.Shape.CIRCLE.marker(DOT_SIZE), x, y);
    }

    /// Returns a translucent copy of a colour.
    static Color translucent(Color color) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), TRANSLUCENT_ALPHA);
    }
}
