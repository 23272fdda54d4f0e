package dev.weft.report;

import dev.weft.analysis.FigureFormat;
import dev.weft.analysis.ModeSummary;
import dev.weft.analysis.ScalabilityText;
import dev.weft.analysis.Sweep;
import dev.weft.stats.Scalability.Fitted;
import dev.weft.stats.Scalability.LeftOut;
import dev.weft.stats.ScalabilityLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Uploads per second of one mode against concurrency.
///
/// @param points one for each concurrency
/// @param knee smallest concurrency within 5% of the best
/// @param law points on the curve of the Universal Scalability Law: concurrency and uploads per
///   second; none if the law does not fit
/// @param sentence parameters of the law, or the reason why it is left out
record SweepCurve(
        String mode, List<Point> points, int knee, List<List<Double>> law, String sentence) {
    private static final int STEPS = 60;

    /// Measurement at one concurrency.
    ///
    /// @param files of the zip
    /// @param rate uploads per second
    /// @param ideal the most uploads per second that any mode can reach; empty without a
    ///   calibration
    record Point(int concurrency, int files, Figure.Mean rate, Optional<Double> ideal) {}

    static SweepCurve of(Sweep sweep) {
        ScalabilityText scalability = new ScalabilityText(sweep);
        return new SweepCurve(
                sweep.mode().label(),
                sweep.points().values().stream().flatMap(SweepCurve::point).toList(),
                sweep.knee().setting().concurrency(),
                switch (scalability.scalability()) {
                    case Fitted(ScalabilityLaw law, double _, double _) ->
                            curvePoints(law, sweep.points().firstKey(), sweep.points().lastKey());
                    case LeftOut _ -> List.of();
                },
                scalability.sentence());
    }

    private static Stream<Point> point(ModeSummary summary) {
        int files = summary.setting().files();
        Optional<Double> ideal = summary.ideal().map(one -> files * 1e9 / one.wall().toNanos());
        return summary.throughput().stream()
                .map(rate -> Figure.Mean.of(rate, FigureFormat::rate))
                .map(rate -> new Point(summary.setting().concurrency(), files, rate, ideal));
    }

    /// Returns points with even spacing on a logarithmic axis.
    private static List<List<Double>> curvePoints(ScalabilityLaw law, int from, int to) {
        List<List<Double>> points = new ArrayList<>();
        for (int step = 0; step <= STEPS; step++) {
            double concurrency = from * Math.pow((double) to / from, (double) step / STEPS);
            points.add(List.of(concurrency, law.throughput(concurrency)));
        }
        return points;
    }
}
