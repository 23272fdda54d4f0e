package dev.weft.plot;

import java.awt.Color;
import java.util.Optional;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// Layer of a [Panel]: adds series to its chart.
sealed interface Layer permits ModeSeries, IdealSeries, LawSeries, LevelSeries, WarmupSeries {
    /// Label at the right end of a line.
    ///
    /// @param value where the line ends
    record End(String text, Color color, double value) {}

    /// Adds the layer to a chart.
    ///
    /// @param range of the values that the chart shows
    void add(XYChart chart, ValueRange range);

    /// Returns the label at the end of the line; empty if the layer has none.
    Optional<End> end();

    /// Adds a line without marks.
    ///
    /// @param name unique within the chart
    static XYSeries line(XYChart chart, String name, double[] x, double[] y) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setShowInLegend(false);
        return series;
    }
}
