package dev.weft.plot;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.BenchmarkCase;
import dev.weft.analysis.ModeSummary;
import dev.weft.analysis.Sweep;
import dev.weft.plan.Phase;
import dev.weft.record.Ideal;
import dev.weft.stats.Interval;
import java.awt.Color;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Line of the ideal, which is the same for all modes.
///
/// @param points from left to right; empty without calibration
record IdealLine(List<Point> points) {
    static final Color COLOR = new Color(0x767676);

    private static final double NANOS_PER_SECOND = 1e9;

    /// Ideal at one number of files or one concurrency.
    ///
    /// @param number of files, or concurrency
    /// @param range contains the values of 95 of 100 ideal passes
    record Point(int number, double value, Interval range) {}

    IdealLine {
        points = List.copyOf(points);
    }

    /// Creates the line of the ideal wall time in seconds against number of files.
    static IdealLine ofWallTime(Analysis analysis, Phase phase) {
        List<Point> points = new ArrayList<>();
        for (BenchmarkCase benchmarkCase : analysis.settings()) {
            Optional<Ideal> ideal =
                    analysis.in(benchmarkCase).stream()
                            .filter(summary -> summary.good(phase).count() > 0)
                            .flatMap(summary -> summary.ideal().stream())
                            .findFirst();
            ideal.map(one -> wallTimePoint(benchmarkCase.files(), one)).ifPresent(points::add);
        }
        return new IdealLine(points);
    }

    /// Creates the line of the ideal uploads per second against concurrency.
    static IdealLine ofThroughput(List<Sweep> sweeps) {
        Map<Integer, Point> points = new TreeMap<>();
        sweeps.stream()
                .flatMap(sweep -> sweep.points().values().stream())
                .sorted(Comparator.comparing(ModeSummary::setting).reversed())
                .flatMap(IdealLine::throughputPoint)
                .forEach(point -> points.putIfAbsent(point.number(), point));
        return new IdealLine(List.copyOf(points.values()));
    }

    private static Point wallTimePoint(int files, Ideal ideal) {
        return new Point(
                files,
                seconds(ideal.wall()),
                new Interval(seconds(ideal.low()), seconds(ideal.high())));
    }

    private static Stream<Point> throughputPoint(ModeSummary summary) {
        double files = summary.setting().files();
        return summary.ideal().stream()
                .map(
                        ideal ->
                                new Point(
                                        summary.setting().concurrency(),
                                        files / seconds(ideal.wall()),
                                        new Interval(
                                                files / seconds(ideal.high()),
                                                files / seconds(ideal.low()))));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / NANOS_PER_SECOND;
    }
}
