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
import java.util.stream.Collectors;

/// What changed between two results, a line for each mode in each setting.
public record ComparisonTable(RunComparison change) {
    private static final int VERDICT = 7;

    /// The columns whose cells stand to the left.
    static final Set<Integer> LEFT = Set.of(2, VERDICT);

    /// What gives way in a narrow window, in that order.
    private static final List<String> GIVING_WAY =
            List.of("files", "at once", RunComparison.BEFORE, RunComparison.AFTER, "interval");

    /// The table, and what to know about it.
    ///
    /// @param width that lines have at most; empty where nobody is to read them in a window
    public void print(PrintWriter out, OptionalInt width) {
        List<String> header = lines().getFirst();
        new FittedTable(
                        lines(),
                        LEFT.stream().map(header::get).collect(Collectors.toSet()),
                        GIVING_WAY.stream().filter(this::canGiveWay).toList())
                .text(width)
                .forEach(out::println);
        out.println();
        for (String sentence : doubts()) {
            TextWidth.folded(sentence, width.orElse(Integer.MAX_VALUE)).forEach(out::println);
        }
        TextWidth.folded(note(), width.orElse(Integer.MAX_VALUE)).forEach(out::println);
        out.flush();
    }

    /// Where nothing can be told, what could have been.
    private List<String> doubts() {
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

    /// What tells lines apart stays.
    private boolean canGiveWay(String header) {
        return switch (header) {
            case "files" -> alike(setting -> List.of(setting.archive(), setting.files()));
            case "at once" -> alike(BenchmarkCase::concurrency);
            default -> true;
        };
    }

    private boolean alike(Function<BenchmarkCase, Object> property) {
        return change.settings().stream().map(property).distinct().count() == 1;
    }

    /// The header, and a line for each mode in each setting.
    List<List<String>> lines() {
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
        return lines;
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

    /// What to know about all of them.
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
