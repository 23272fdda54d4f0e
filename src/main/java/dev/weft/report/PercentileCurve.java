package dev.weft.report;

import dev.weft.analysis.FigureFormat;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/// How long uploads took, by percentile: the service times of all stored items of the passes that
/// ended well, from request to acknowledgement.
///
/// @param setting its place in the list of settings
/// @param phase `warm` or `cold`
/// @param uploads how many
/// @param points percentile (0 to 100) and milliseconds; ever denser towards 100, as HdrHistogram
///   steps: five for each half of the distance
/// @param marks the percentiles that people ask for
record PercentileCurve(
        int setting,
        String mode,
        String phase,
        long uploads,
        List<List<Double>> points,
        List<Mark> marks) {
    private static final int STEPS = 5;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final List<Double> ASKED = List.of(50.0, 90.0, 99.0, 99.9, 100.0);

    /// One percentile, in milliseconds.
    record Mark(double percentile, Figure value) {}

    static PercentileCurve of(int setting, String mode, String phase, Histogram nanos) {
        List<List<Double>> points = new ArrayList<>();
        for (HistogramIterationValue value : nanos.percentiles(STEPS)) {
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
                ASKED.stream().map(asked -> new Mark(asked, millis(nanos, asked))).toList());
    }

    private static Figure millis(Histogram nanos, double percentile) {
        return Figure.of(nanos.getValueAtPercentile(percentile) / NANOS_PER_MILLI, FigureFormat::millis);
    }
}
