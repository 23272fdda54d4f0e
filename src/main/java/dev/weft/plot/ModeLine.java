package dev.weft.plot;

import dev.weft.plan.ModeName;
import dev.weft.record.PassRow;
import dev.weft.stats.Spread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The line of one mode: wall time against number of files.
///
/// @param points by growing number of files, at least one
record ModeLine(ModeName mode, List<Point> points) {
    /// More dots than this one above the other would be a smear.
    private static final int FEW = 20;

    private static final double NANOS_PER_SECOND = 1e9;

    /// The passes over one number of files.
    ///
    /// @param passes the wall time of each, in seconds; at least one
    record Point(int files, List<Double> passes) {
        Point {
            passes = List.copyOf(passes);
        }

        /// Whether each can be shown for itself.
        boolean hasFewPasses() {
            return passes.size() <= FEW;
        }

        /// Their middle and ends, in seconds.
        Spread spread() {
            double[] sample = passes.stream().mapToDouble(Double::doubleValue).toArray();
            return Spread.of(sample).orElseThrow();
        }
    }

    ModeLine {
        points = List.copyOf(points);
    }

    /// A line for each mode that the selection has, in the order of the modes.
    static List<ModeLine> of(Selection selection) {
        Map<ModeName, List<PassRow>> modes =
                selection.rows().stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> row.setting().mode(),
                                        TreeMap::new,
                                        Collectors.toList()));
        List<ModeLine> lines = new ArrayList<>();
        modes.forEach((mode, rows) -> lines.add(new ModeLine(mode, points(rows))));
        return lines;
    }

    /// The point of the most files.
    Point last() {
        return points.getLast();
    }

    private static List<Point> points(List<PassRow> rows) {
        Map<Integer, List<Double>> sizes = new TreeMap<>();
        for (PassRow row : rows) {
            int files = row.setting().items().files();
            row.measures()
                    .ifPresent(
                            measures ->
                                    sizes.computeIfAbsent(files, _ -> new ArrayList<>())
                                            .add(seconds(measures.wall())));
        }
        List<Point> points = new ArrayList<>();
        sizes.forEach((files, seconds) -> points.add(new Point(files, seconds)));
        return points;
    }

    private static double seconds(Duration time) {
        return time.toNanos() / NANOS_PER_SECOND;
    }
}
