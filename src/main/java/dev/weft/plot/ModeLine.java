package dev.weft.plot;

import dev.weft.plan.Items;
import dev.weft.plan.ModeName;
import dev.weft.record.PassRow;
import dev.weft.stats.Spread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
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

    /// The passes over one archive.
    ///
    /// @param archive its name: two archives may have as many files
    /// @param passes the wall time of each, in seconds; at least one
    record Point(int files, String archive, List<Double> passes) {
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

    private record Archive(int files, String name) {
        static final Comparator<Archive> ORDER =
                Comparator.comparingInt(Archive::files).thenComparing(Archive::name);
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
        Map<Archive, List<Double>> archives = new TreeMap<>(Archive.ORDER);
        for (PassRow row : rows) {
            Items items = row.setting().items();
            Archive archive = new Archive(items.files(), items.archive());
            row.measures()
                    .ifPresent(
                            measures ->
                                    archives.computeIfAbsent(archive, _ -> new ArrayList<>())
                                            .add(seconds(measures.wall())));
        }
        List<Point> points = new ArrayList<>();
        archives.forEach(
                (archive, seconds) ->
                        points.add(new Point(archive.files(), archive.name(), seconds)));
        return points;
    }

    private static double seconds(Duration time) {
        return time.toNanos() / NANOS_PER_SECOND;
    }
}
