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

/// Uploads a second of one mode over the concurrencies that it was measured at.
///
/// @param points one for each concurrency
/// @param knee the smallest concurrency within 5% of the best
/// @param law places on the curve of the Universal Scalability Law, concurrency and uploads a
///   second; none where it does not fit
/// @param sentence the law's parameters, or why it is left out
record SweepCurve(
        String mode, List<Point> points, int knee, List<List<Double>> law, String sentence) {
    private static final int STEPS = 60;

    /// What was measured at one concurrency.
    ///
    /// @param files of the zip
    /// @param rate uploads a second
    /// @param ideal uploads a second that no mode can exceed; empty where nothing was calibrated
    record Point(int concurrency, int files, MeanEstimate rate, Optional<Double> ideal) {}

    static SweepCurve of(Sweep sweep) {
        return new SweepCurve(
                sweep.mode().label(),
                sweep.points().values().stream().flatMap(one -> point(one).stream()).toList(),
                sweep.knee().setting().concurrency(),
                law(sweep),
                new ScalabilityText(sweep).sentence());
    }

    private static Optional<Point> point(ModeSummary summary) {
        int files = summary.setting().files();
        return summary.throughput()
                .map(
                        rate ->
                                new Point(
                                        summary.setting().concurrency(),
                                        files,
                                        MeanEstimate.of(rate, FigureFormat::rate),
                                        summary.ideal()
                                                .map(
                                                        ideal ->
                                                                files
                                                                        * 1e9
                                                                        / ideal.wall().toNanos())));
    }

    private static List<List<Double>> law(Sweep sweep) {
        return switch (new ScalabilityText(sweep).scalability()) {
            case Fitted(ScalabilityLaw law, double _, double _) ->
                    places(law, sweep.points().firstKey(), sweep.points().lastKey());
            case LeftOut _ -> List.of();
        };
    }

    /// Evenly spaced on a logarithmic axis.
    private static List<List<Double>> places(ScalabilityLaw law, int from, int to) {
        List<List<Double>> places = new ArrayList<>();
        for (int step = 0; step <= STEPS; step++) {
            double concurrency = from * Math.pow((double) to / from, (double) step / STEPS);
            places.add(List.of(concurrency, law.throughput(concurrency)));
        }
        return places;
    }
}
