package dev.weft.plot;

import dev.weft.analysis.FigureFormat;
import dev.weft.plan.ByteSize;
import dev.weft.plan.Phase;
import dev.weft.plan.VerifyLevel;
import dev.weft.record.PassRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Under which terms the passes of a picture were made, in plain words.
///
/// @param row any of them
record Terms(PassRow row) {
    /// Such as `files of 100 KiB`.
    String files() {
        OptionalLong bytes = row.setting().items().fileBytes();
        return bytes.isPresent() ? "files of " + size(bytes.getAsLong()) : "files of several sizes";
    }

    /// Such as `weft's embedded S3`.
    String server() {
        return row.contract().target().equals("embedded")
                ? "weft's embedded S3"
                : row.contract().target();
    }

    /// Such as `at least 20 ms an upload`; empty where weft does not know of any.
    Optional<String> latency() {
        return row.setting()
                .latency()
                .map(
                        latency ->
                                "at least %s ms an upload".formatted(FigureFormat.millis(latency))
                                        + plan());
    }

    /// Such as `at most 64 uploads at once (sequential: one)`.
    ///
    /// @param sequential whether the sequential mode is shown, too
    String atOnce(boolean sequential) {
        return "at most %d uploads at once%s"
                .formatted(
                        row.contract().terms().poolSize(), sequential ? " (sequential: one)" : "");
    }

    /// Which passes are shown.
    static String phase(Phase phase) {
        return switch (phase) {
            case COLD -> "cold passes: the first of a new JVM";
            case WARM, WARMUP -> "warm passes";
        };
    }

    private String plan() {
        return row.setting().faults().isPresent() ? " (with a fault plan)" : "";
    }

    /// How the passes of a picture are verified.
    static String verified(List<PassRow> rows) {
        return rows.stream().anyMatch(row -> row.ending().verify() == VerifyLevel.LIST)
                ? "names and sizes verified"
                : "all verified";
    }

    /// What large marks, bars and dots mean.
    static String key(List<ModeLine> lines, IdealLine ideal, ValueRange range) {
        List<Mark> marks = lines.stream().flatMap(ModeLine::marks).toList();
        if (marks.stream().allMatch(mark -> mark.passes().size() == 1 && !mark.isOverJvms())) {
            return "One pass for each mark." + dashed(ideal);
        }
        return value(marks) + bars(marks, lines, range) + dots(marks) + dashed(ideal);
    }

    private static String value(List<Mark> marks) {
        int fewest = marks.stream().mapToInt(Mark::jvms).min().orElseThrow();
        int most = marks.stream().mapToInt(Mark::jvms).max().orElseThrow();
        if (most == 1) {
            return "Large mark: median of the passes of 1 JVM.";
        }
        return "Large mark: geometric mean over %s JVMs."
                .formatted(fewest == most ? Integer.toString(most) : fewest + " to " + most);
    }

    private static String bars(List<Mark> marks, List<ModeLine> lines, ValueRange range) {
        boolean all = marks.stream().allMatch(Mark::isOverJvms);
        boolean none = marks.stream().noneMatch(Mark::isOverJvms);
        String meaning =
                none
                        ? "fastest to slowest pass"
                        : "95% interval over JVMs"
                                + (all ? "" : ", fastest to slowest pass where there is one JVM");
        String cut =
                range.cutsOffABarOf(lines) ? " (cut off where it would leave the picture)" : "";
        return " Bars: " + meaning + cut + ".";
    }

    private static String dots(List<Mark> marks) {
        return marks.stream().anyMatch(Mark::hasFewPasses) ? " Small dots: single passes." : "";
    }

    private static String dashed(IdealLine ideal) {
        return ideal.points().isEmpty()
                ? ""
                : " Dashed: the ideal as calibrated, with its range in grey.";
    }

    private static String size(long bytes) {
        String text = new ByteSize(bytes).toString().replaceFirst("(?<=\\d)(?=[A-Z])", " ");
        return text.matches("\\d+") ? text + " bytes" : text;
    }
}
