package dev.weft.plot;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.ModeSummary;
import dev.weft.analysis.Sweep;
import dev.weft.plan.Phase;
import dev.weft.record.Ideal;
import dev.weft.stats.Interval;
import java.awt.Color;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What no mode can do better than, one line for all modes.
///
/// @param points from left to right; none where nothing was calibrated
record IdealLine(List<Point> points) {
    static final Color COLOR = new Color(0x767676);

    private static final double NANOS_PER_SECOND = 1e9;

    /// A place on the line.
    ///
    /// @param at the number of files, or the concurrency
    /// @param range what 95 of 100 ideal passes would lie in
    record Point(int at, double value, Interval range) {}

    IdealLine {
        points = List.copyOf(points);
    }

    /// The ideal wall time in seconds against number of files.
    static IdealLine ofWallTime(Analysis analysis, Phase phase) {
        return new IdealLine(
                analysis.settings().stream()
                        .flatMap(
                                setting ->
                                        analysis.in(setting).stream()
                                                .filter(one -> one.good(phase).count() > 0)
                                                .flatMap(one -> one.ideal().stream())
                                                .limit(1)
                                                .map(ideal -> wall(setting.files(), ideal)))
                        .toList());
    }

    /// The ideal uploads a second against concurrency.
    static IdealLine ofThroughput(List<Sweep> sweeps) {
        Map<Integer, Point> points = new TreeMap<>();
        sweeps.stream()
                .flatMap(sweep -> sweep.points().values().stream())
                .sorted(Comparator.comparing(ModeSummary::setting).reversed())
                .forEach(
                        summary ->
                                summary.ideal()
                                        .map(ideal -> rate(summary, ideal))
                                        .ifPresent(point -> points.putIfAbsent(point.at(), point)));
        return new IdealLine(List.copyOf(points.values()));
    }

    private static Point wall(int files, Ideal ideal) {
        return new Point(
                files,
                seconds(ideal.wall()),
                new Interval(seconds(ideal.low()), seconds(ideal.high())));
    }

    private static Point rate(ModeSummary summary, Ideal ideal) {
        double files = summary.setting().files();
        return new Point(
                summary.setting().concurrency(),
                files / seconds(ideal.wall()),
                new Interval(files / seconds(ideal.high()), files / seconds(ideal.low())));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / NANOS_PER_SECOND;
    }
}
