package dev.weft.plot;

import dev.weft.analysis.FigureFormat;
import dev.weft.plan.ByteSize;
import dev.weft.plan.Phase;
import dev.weft.plan.VerifyLevel;
import dev.weft.record.PassRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Describes the conditions under which the passes of a picture ran.
///
/// @param row of any of the passes
record Terms(PassRow row) {
    /// Returns the file size, such as `files of 100 KiB`.
    String files() {
        OptionalLong bytes = row.setting().items().fileBytes();
        return bytes.isPresent() ? "files of " + size(bytes.getAsLong()) : "files of several sizes";
    }

    /// Returns the server, such as `weft's embedded S3`.
    String server() {
        return row.contract().target().equals("embedded")
                ? "weft's embedded S3"
                : row.contract().target();
    }

    /// Returns the server's latency, such as `at least 20 ms an upload`; empty if it is unknown.
    Optional<String> latency() {
        return row.setting()
                .latency()
                .map(
                        latency ->
                                "at least %s ms an upload".formatted(FigureFormat.millis(latency))
                                        + faultPlan());
    }

    /// Returns the concurrency, such as `at most 64 uploads at once (sequential: one)`.
    ///
    /// @param sequential whether the picture shows the sequential mode
    String atOnce(boolean sequential) {
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

    private String faultPlan() {
        return row.setting().faults().isPresent() ? " (with a fault plan)" : "";
    }

    /// Returns how the passes were verified.
    static String verified(List<PassRow> rows) {
        return rows.stream().anyMatch(row -> row.ending().verify() == VerifyLevel.LIST)
                ? "names and sizes verified"
                : "all verified";
    }

    /// Explains large marks, bars, dots and the dashed line.
    static String key(List<ModeLine> lines, IdealLine ideal, ValueRange range) {
        List<Mark> marks = lines.stream().flatMap(ModeLine::marks).toList();
        if (marks.stream().allMatch(mark -> mark.passes().size() == 1 && !mark.isOverJvms())) {
            return "One pass for each mark." + idealKey(ideal);
        }
        return markKey(marks) + barKey(marks, lines, range) + dotKey(marks) + idealKey(ideal);
    }

    private static String markKey(List<Mark> marks) {
        int fewest = marks.stream().mapToInt(Mark::jvms).min().orElseThrow();
        int most = marks.stream().mapToInt(Mark::jvms).max().orElseThrow();
        if (most == 1) {
            return "Large mark: median of the passes of 1 JVM.";
        }
        return "Large mark: geometric mean over %s JVMs."
                .formatted(fewest == most ? Integer.toString(most) : fewest + " to " + most);
    }

    private static String barKey(List<Mark> marks, List<ModeLine> lines, ValueRange range) {
        boolean all = marks.stream().allMatch(Mark::isOverJvms);
        boolean none = marks.stream().noneMatch(Mark::isOverJvms);
        String meaning =
                none
                        ? "fastest to slowest pass"
                        : "95% interval over JVMs"
                                + (all ? "" : ", fastest to slowest pass where there is one JVM");
        String cutOff =
                range.cutsOffABarOf(lines) ? " (cut off where it would leave the picture)" : "";
        return " Bars: " + meaning + cutOff + ".";
    }

    private static String dotKey(List<Mark> marks) {
        return marks.stream().anyMatch(Mark::hasFewPasses) ? " Small dots: single passes." : "";
    }

    private static String idealKey(IdealLine ideal) {
        return ideal.points().isEmpty()
                ? ""
                : " Dashed: the ideal as calibrated, with its range in grey.";
    }

    private static String size(long bytes) {
        String text = new ByteSize(bytes).toString().replaceFirst("(?<=\\d)(?=[A-Z])", " ");
        return text.matches("\\d+") ? text + " bytes" : text;
    }
}
