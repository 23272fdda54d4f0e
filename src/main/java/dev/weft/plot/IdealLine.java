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

/// Line of the ideal, which is the same for all modes.
///
/// @param points from left to right; empty without calibration
record IdealLine(List<Point> points) {
    static final Color COLOR = new Color(0x767676);

    private static final double NANOS_PER_SECOND = 1e9;

    /// Ideal at one number of files or one concurrency.
    ///
    /// @param at number of files, or concurrency
    /// @param range contains the values of 95 of 100 ideal passes
    record Point(int at, double value, Interval range) {}

    IdealLine {
        points = List.copyOf(points);
    }

    /// Creates the line of the ideal wall time in seconds against number of files.
    static IdealLine ofWallTime(Analysis analysis, Phase phase) {
        return new IdealLine(
                analysis.settings().stream()
                        .flatMap(
                                benchmarkCase ->
                                        analysis.in(benchmarkCase).stream()
                                                .filter(summary -> summary.good(phase).count() > 0)
                                                .flatMap(summary -> summary.ideal().stream())
                                                .limit(1)
                                                .map(
                                                        ideal ->
                                                                wallTimePoint(
                                                                        benchmarkCase.files(),
                                                                        ideal)))
                        .toList());
    }

    /// Creates the line of the ideal uploads per second against concurrency.
    static IdealLine ofThroughput(List<Sweep> sweeps) {
        Map<Integer, Point> points = new TreeMap<>();
        sweeps.stream()
                .flatMap(sweep -> sweep.points().values().stream())
                .sorted(Comparator.comparing(ModeSummary::setting).reversed())
                .forEach(
                        summary ->
                                summary.ideal()
                                        .map(ideal -> throughputPoint(summary, ideal))
                                        .ifPresent(point -> points.putIfAbsent(point.at(), point)));
        return new IdealLine(List.copyOf(points.values()));
    }

    private static Point wallTimePoint(int files, Ideal ideal) {
        return new Point(
                files,
                seconds(ideal.wall()),
                new Interval(seconds(ideal.low()), seconds(ideal.high())));
    }

    private static Point throughputPoint(ModeSummary summary, Ideal ideal) {
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
