package dev.weft.plot;

import java.awt.Color;
import java.util.Optional;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// Something drawn into a pair of axes.
sealed interface Layer permits ModeSeries, IdealSeries, LawSeries, LevelSeries, WarmupSeries {
    /// What stands at the right end of a line.
    ///
    /// @param value where the line ends
    record End(String text, Color color, double value) {}

    /// Adds it to a chart.
    ///
    /// @param range of the values that the chart shows
    void add(XYChart chart, ValueRange range);

    /// What stands at its end, where it has one.
    Optional<End> end();

    /// A line without marks, whose name must differ from all others of the chart.
    static XYSeries line(XYChart chart, String name, double[] x, double[] y) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setShowInLegend(false);
        return series;
    }
}
