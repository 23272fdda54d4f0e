package dev.weft.plot;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.ModeSummary;
import dev.weft.analysis.Sweep;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import dev.weft.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Line of one mode in a chart.
///
/// @param points from left to right, at least one
record ModeLine(ModeName mode, List<Point> points) {
    private static final double NANOS_PER_SECOND = 1e9;

    /// Point on the line.
    ///
    /// @param at number of files, or concurrency
    /// @param archive name of the zip: several zips may have the same number of files
    record Point(int at, String archive, Mark mark) {}

    ModeLine {
        points = List.copyOf(points);
    }

    /// Creates a line of wall time in seconds against number of files for each mode, in the order
    /// of the modes.
    static List<ModeLine> ofWallTime(Analysis analysis, Phase phase) {
        Map<ModeName, List<Point>> modes = new TreeMap<>();
        for (ModeSummary summary : analysis.summaries()) {
            List<Double> wallSeconds = wallSeconds(summary, phase);
            summary.wallSeconds(phase)
                    .map(
                            wall ->
                                    point(
                                            summary,
                                            summary.setting().files(),
                                            phase,
                                            wall,
                                            wallSeconds))
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
        return new ModeLine(
                sweep.mode(),
                sweep.points().values().stream().flatMap(ModeLine::throughputPoint).toList());
    }

    /// Returns the rightmost point.
    Point last() {
        return points.getLast();
    }

    /// Returns the marks of all points.
    Stream<Mark> marks() {
        return points.stream().map(Point::mark);
    }

    private static Stream<Point> throughputPoint(ModeSummary summary) {
        int files = summary.setting().files();
        List<Double> rates =
                wallSeconds(summary, Phase.WARM).stream().map(seconds -> files / seconds).toList();
        Optional<Estimate> throughput = summary.throughput();
        return throughput.stream()
                .map(
                        estimate ->
                                point(
                                        summary,
                                        summary.setting().concurrency(),
                                        Phase.WARM,
                                        estimate,
                                        rates));
    }

    private static Point point(
            ModeSummary summary, int at, Phase phase, Estimate estimate, List<Double> passes) {
        int jvms = summary.wallSecondsByBlock(phase).size();
        return new Point(at, summary.setting().archive(), Mark.of(estimate, jvms, passes));
    }

    private static List<Double> wallSeconds(ModeSummary summary, Phase phase) {
        return summary.good(phase)
                .flatMap((PassRow row) -> row.measures().stream())
                .map(measures -> measures.wall().toNanos() / NANOS_PER_SECOND)
                .toList();
    }
}
