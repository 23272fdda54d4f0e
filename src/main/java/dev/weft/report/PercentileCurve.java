package dev.weft.report;

import dev.weft.analysis.FigureFormat;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/// Service times of uploads by percentile, from request to acknowledgement. Includes all stored
/// items of the passes that ended well.
///
/// @param setting index in the list of cases
/// @param phase `warm` or `cold`
/// @param uploads number of uploads
/// @param points percentile (0 to 100) and milliseconds; HdrHistogram makes five steps for each
///   half of the remaining distance to 100
/// @param marks commonly used percentiles
record PercentileCurve(
        int setting,
        String mode,
        String phase,
        long uploads,
        List<List<Double>> points,
        List<Mark> marks) {
    private static final int STEPS_PER_HALF = 5;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final List<Double> MARKED = List.of(50.0, 90.0, 99.0, 99.9, 100.0);

    /// One percentile, in milliseconds.
    record Mark(double percentile, Figure value) {}

    static PercentileCurve of(int setting, String mode, String phase, Histogram nanos) {
        List<List<Double>> points = new ArrayList<>();
        for (HistogramIterationValue value : nanos.percentiles(STEPS_PER_HALF)) {
            points.add(
                    List.of(
                            value.getPercentileLevelIteratedTo(),
                            value.getValueIteratedTo() / NANOS_PER_MILLI));
        }
        return new PercentileCurve(
                setting,
                mode,
                phase,
                nanos.getTotalCount(),
                points,
                MARKED.stream()
                        .map(percentile -> new Mark(percentile, millis(nanos, percentile)))
                        .toList());
    }

    private static Figure millis(Histogram nanos, double percentile) {
        return Figure.of(
                nanos.getValueAtPercentile(percentile) / NANOS_PER_MILLI, FigureFormat::millis);
    }
}
