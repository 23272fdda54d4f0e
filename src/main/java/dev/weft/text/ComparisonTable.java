package dev.weft.text;

import dev.weft.analysis.BenchmarkCase;
import dev.weft.analysis.CaseComparison;
import dev.weft.analysis.FigureFormat;
import dev.weft.analysis.RunComparison;
import dev.weft.analysis.VerdictText;
import dev.weft.stats.Verdict;
import dev.weft.stats.Verdict.CannotTell;
import dev.weft.stats.Verdict.Different;
import dev.weft.stats.Verdict.Equal;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/// Comparison of two results as a table, with a line for each case and mode.
public record ComparisonTable(RunComparison change) {
    private static final Set<String> LEFT = Set.of("mode", "verdict");

    /// Columns that a narrow window drops, in this order. Columns that distinguish lines stay.
    private static final List<String> DROP_ORDER =
            List.of("files", "at once", RunComparison.BEFORE, RunComparison.AFTER, "interval");

    /// Prints the table, the reasons of undecided verdicts, and a note on the unit of comparison.
    ///
    /// @param width largest width of a line, in columns; empty for no limit
    public void print(PrintWriter out, OptionalInt width) {
        table().text(width).forEach(out::println);
        out.println();
        for (String sentence : undecided()) {
            TextWidth.folded(sentence, width.orElse(Integer.MAX_VALUE)).forEach(out::println);
        }
        TextWidth.folded(note(), width.orElse(Integer.MAX_VALUE)).forEach(out::println);
        out.flush();
    }

    /// Returns a sentence for each undecided verdict, with the difference that it could detect.
    private List<String> undecided() {
        return change.cells().stream()
                .filter(cell -> cell.verdict() instanceof CannotTell)
                .map(
                        cell ->
                                "%s: %s"
                                        .formatted(
                                                change.name(cell.mode(), cell.setting()),
                                                VerdictText.of(
                                                        RunComparison.AFTER,
                                                        RunComparison.BEFORE,
                                                        cell.verdict())))
                .toList();
    }

    private boolean isDroppable(String header) {
        return switch (header) {
            case "files" -> haveEqual(setting -> List.of(setting.archive(), setting.files()));
            case "at once" -> haveEqual(BenchmarkCase::concurrency);
            default -> true;
        };
    }

    private boolean haveEqual(Function<BenchmarkCase, Object> property) {
        return change.settings().stream().map(property).distinct().count() == 1;
    }

    /// Returns the table, with a line for each mode in each case.
    Table table() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(
                List.of(
                        "files",
                        "at once",
                        "mode",
                        RunComparison.BEFORE,
                        RunComparison.AFTER,
                        "ratio",
                        "interval",
                        "verdict"));
        change.cells().forEach(cell -> lines.add(line(cell)));
        return new Table(lines, LEFT, DROP_ORDER.stream().filter(this::isDroppable).toList());
    }

    private List<String> line(CaseComparison cell) {
        return List.of(
                files(cell.setting()),
                Integer.toString(cell.mode().atOnce(cell.setting().concurrency())),
                cell.mode().label(),
                FigureFormat.seconds(cell.before().value()),
                FigureFormat.seconds(cell.after().value()),
                FigureFormat.digits(cell.ratio()),
                cell.interval().map(FigureFormat::ratios).orElse("-"),
                verdict(cell));
    }

    private String files(BenchmarkCase setting) {
        return "%,d%s"
                .formatted(
                        setting.files(),
                        change.settings().stream().anyMatch(setting::isTwinOf)
                                ? " in " + setting.archive()
                                : "");
    }

    private static String verdict(CaseComparison cell) {
        return switch (cell.verdict()) {
            case Different different ->
                    (different.faster() == Verdict.Side.FIRST ? "faster" : "slower")
                            + (different.isWithinMargin() ? ", too little to matter" : "");
            case Equal _ -> "equal within 5%";
            case CannotTell _ -> "cannot tell";
        };
    }

    /// Returns a sentence on the unit of comparison, and what it leaves out.
    String note() {
        return switch (change.unit()) {
            case BLOCK ->
                    "Both sides took turns, block by block: drift of the machine falls on both.";
            case RUN ->
                    "The unit is the run. The runs were not interleaved: what changed on the machine between the two sides shows as a change.";
            case JVM ->
                    "The unit is the JVM. The two sides were not interleaved: drift of the machine between them is not included in the intervals. Compare 5 or more runs on each side, or use --build or --option.";
        };
    }
}
