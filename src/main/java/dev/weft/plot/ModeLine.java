package dev.weft.plot;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.ModeSummary;
import dev.weft.analysis.Sweep;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.stats.Estimate;
import dev.weft.stats.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Line of one mode in a chart.
///
/// @param points from left to right, at least one
record ModeLine(ModeName mode, List<Point> points) {
    private static final double NANOS_PER_SECOND = 1e9;

    /// Point on the line.
    ///
    /// @param number of files, or concurrency
    /// @param archive name of the zip: several zips may have the same number of files
    /// @param value at the centre of the large mark
    /// @param bar 95% confidence interval of the value over JVMs; for a single JVM, the range of
    ///   its passes
    /// @param passes values of single passes
    record Point(
            int number, String archive, double value, Interval bar, int jvms, List<Double> passes) {
        /// Largest number of passes drawn as dots: more of them would overlap.
        private static final int MOST_DOTS = 20;

        Point {
            passes = List.copyOf(passes);
        }

        private static Point of(
                ModeSummary summary,
                int number,
                Phase phase,
                Estimate estimate,
                List<Double> passes) {
            return new Point(
                    number,
                    summary.setting().archive(),
                    estimate.value(),
                    estimate.interval()
                            .orElse(new Interval(Collections.min(passes), Collections.max(passes))),
                    summary.wallSecondsByBlock(phase).size(),
                    passes);
        }

        /// Returns whether the bar is a confidence interval over JVMs.
        boolean hasConfidenceInterval() {
            return jvms > 1;
        }

        /// Returns whether each pass is drawn as a dot.
        boolean drawsPasses() {
            return passes.size() <= MOST_DOTS;
        }
    }

    ModeLine {
        points = List.copyOf(points);
    }

    /// Creates a line of wall time in seconds against number of files for each mode, in the order
    /// of the modes.
    static List<ModeLine> ofWallTime(Analysis analysis, Phase phase) {
        Map<ModeName, List<Point>> modes = new TreeMap<>();
        for (ModeSummary summary : analysis.summaries()) {
            int files = summary.setting().files();
            summary.wallSeconds(phase)
                    .map(wall -> Point.of(summary, files, phase, wall, wallSeconds(summary, phase)))
                    .ifPresent(
                            point ->
                                    modes.computeIfAbsent(summary.mode(), _ -> new ArrayList<>())
                                            .add(point));
        }
        return modes.entrySet().stream()
                .map(mode -> new ModeLine(mode.getKey(), mode.getValue()))
                .toList();
    }

    /// Creates the line of uploads per second against concurrency.
    static ModeLine ofThroughput(Sweep sweep) {
        List<Point> points = new ArrayList<>();
        for (ModeSummary summary : sweep.points().values()) {
            int files = summary.setting().files();
            int concurrency = summary.setting().concurrency();
            List<Double> rates =
                    wallSeconds(summary, Phase.WARM).stream()
                            .map(seconds -> files / seconds)
                            .toList();
            summary.throughput()
                    .map(rate -> Point.of(summary, concurrency, Phase.WARM, rate, rates))
                    .ifPresent(points::add);
        }
        return new ModeLine(sweep.mode(), points);
    }

    /// Returns the rightmost point.
    Point last() {
        return points.getLast();
    }

    private static List<Double> wallSeconds(ModeSummary summary, Phase phase) {
        return summary.good(phase)
                .flatMap(row -> row.measures().stream())
                .map(measures -> measures.wall().toNanos() / NANOS_PER_SECOND)
                .toList();
    }
}
