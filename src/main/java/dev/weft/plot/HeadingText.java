package dev.weft.plot;

import dev.weft.analysis.FigureFormat;
import dev.weft.plan.ByteSize;
import dev.weft.plan.Phase;
import dev.weft.plan.VerifyLevel;
import dev.weft.record.PassRow;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Texts for the heading of a picture: the conditions under which its passes ran, and the meaning
/// of its marks.
///
/// @param row of any of the passes
record HeadingText(PassRow row) {
    /// Returns the file size, such as `files of 100 KiB`.
    String files() {
        OptionalLong bytes = row.setting().items().fileBytes();
        return bytes.isPresent() ? "files of " + size(bytes.getAsLong()) : "files of several sizes";
    }

    private static String size(long bytes) {
        String text = new ByteSize(bytes).toString().replaceFirst("(?<=\\d)(?=[A-Z])", " ");
        return text.matches("\\d+") ? text + " bytes" : text;
    }

    /// Returns the server, such as `weft's embedded S3`.
    String server() {
        String target = row.contract().target();
        return target.equals("embedded") ? "weft's embedded S3" : target;
    }

    /// Returns the server's latency, such as `at least 20 ms an upload`, and other conditions.
    /// Leaves the latency out if it is unknown.
    String conditions(List<String> others) {
        String faultPlan = row.setting().faults().isPresent() ? " (with a fault plan)" : "";
        Stream<String> latency =
                row.setting().latency().map(FigureFormat::millis).stream()
                        .map(millis -> "at least %s ms an upload%s".formatted(millis, faultPlan));
        return Stream.concat(latency, others.stream()).collect(Collectors.joining(" \u00b7 "));
    }

    /// Returns the concurrency, such as `at most 64 uploads at once (sequential: one)`.
    ///
    /// @param sequential whether the picture shows the sequential mode
    String concurrency(boolean sequential) {
        return "at most %d uploads at once%s"
                .formatted(
                        row.contract().terms().poolSize(), sequential ? " (sequential: one)" : "");
    }

    /// Returns the kind of the shown passes.
    static String phase(Phase phase) {
        return switch (phase) {
            case COLD -> "cold passes: the first of a new JVM";
            case WARM, WARMUP -> "warm passes";
        };
    }

    /// Returns how the passes were verified.
    static String verified(List<PassRow> rows) {
        return rows.stream().anyMatch(row -> row.ending().verify() == VerifyLevel.LIST)
                ? "names and sizes verified"
                : "all verified";
    }

    /// Explains large marks, bars, dots and the dashed line.
    static String markLegend(List<ModeLine> lines, IdealLine ideal, ValueRange range) {
        List<ModeLine.Point> points =
                lines.stream().flatMap(line -> line.points().stream()).toList();
        String dashed =
                ideal.points().isEmpty()
                        ? ""
                        : " Dashed: the ideal as calibrated, with its range in grey.";
        if (points.stream()
                .allMatch(point -> point.passes().size() == 1 && !point.hasConfidenceInterval())) {
            return "One pass for each mark." + dashed;
        }
        boolean cutOff = range.cutsOffBars(lines);
        boolean dots = points.stream().anyMatch(ModeLine.Point::drawsPasses);
        return largeMark(points)
                + bars(points)
                + (cutOff ? " (cut off where it would leave the picture)." : ".")
                + (dots ? " Small dots: single passes." : "")
                + dashed;
    }

    private static String largeMark(List<ModeLine.Point> points) {
        IntSummaryStatistics jvms =
                points.stream().mapToInt(ModeLine.Point::jvms).summaryStatistics();
        int fewest = jvms.getMin();
        int most = jvms.getMax();
        if (most == 1) {
            return "Large mark: median of the passes of 1 JVM.";
        }
        return "Large mark: geometric mean over %s JVMs."
                .formatted(fewest == most ? Integer.toString(most) : fewest + " to " + most);
    }

    private static String bars(List<ModeLine.Point> points) {
        if (points.stream().noneMatch(ModeLine.Point::hasConfidenceInterval)) {
            return " Bars: fastest to slowest pass";
        }
        boolean all = points.stream().allMatch(ModeLine.Point::hasConfidenceInterval);
        return " Bars: 95% interval over JVMs"
                + (all ? "" : ", fastest to slowest pass where there is one JVM");
    }
}
