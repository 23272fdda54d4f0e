package dev.weft.cli;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.BenchmarkCase;
import dev.weft.analysis.FigureFormat;
import dev.weft.analysis.ModeSummary;
import dev.weft.plan.Phase;
import dev.weft.record.Ideal;
import dev.weft.screen.TextWidth;
import dev.weft.stats.Estimate;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/// The tables after a run: a line for each number of files, concurrency and mode; warm and cold
/// passes apart, because a cold one says as much of the JVM as of the mode.
///
/// @param width that lines have at most; empty where nobody is to read them in a window
record ResultTable(Analysis analysis, OptionalInt width) {
    /// What stands in a cell that nothing was measured for.
    private static final String NOTHING = "-";

    private static final List<String> SETTING = List.of("files", "at once", "mode");

    private static final List<String> WARM =
            List.of(
                    "warm",
                    "95% interval",
                    "speed-up",
                    "ideal",
                    "of ideal",
                    "bound",
                    "uploads/s",
                    "p50",
                    "p99",
                    "CPU/upload",
                    "JVMs",
                    "passes");

    private static final List<String> COLD =
            List.of("cold", "95% interval", "with its JVM's start", "JVMs", "passes");

    /// What gives way in a narrow window, in that order; what tells lines apart stays.
    private static final List<String> GIVING_WAY =
            List.of(
                    "JVMs",
                    "passes",
                    "ideal",
                    "p50",
                    "files",
                    "bound",
                    "with its JVM's start",
                    "CPU/upload",
                    "p99",
                    "at once",
                    "uploads/s",
                    "of ideal",
                    "95% interval");

    /// As wide as they are.
    ResultTable(Analysis analysis) {
        this(analysis, OptionalInt.empty());
    }

    /// Both tables, and a line for each kind of pass that did not end well.
    void print(PrintWriter out) {
        List<String> warm = warm().text(width);
        List<String> cold = cold().text(width);
        warm.forEach(out::println);
        if (!warm.isEmpty() && !cold.isEmpty()) {
            out.println();
        }
        cold.forEach(out::println);
        complaints()
                .forEach(
                        complaint ->
                                TextWidth.folded(complaint, width.orElse(Integer.MAX_VALUE))
                                        .forEach(out::println));
        out.flush();
    }

    /// The table of warm passes.
    FittedTable warm() {
        return table(WARM, summaries(Phase.WARM).stream().map(this::warm).toList());
    }

    /// The table of warm passes of a single JVM that nothing is held against.
    FittedTable brief() {
        FittedTable brief = warm();
        for (String header :
                List.of(
                        "95% interval",
                        "ideal", "of ideal", "bound", "CPU/upload", "JVMs", "passes")) {
            brief = brief.without(header);
        }
        return brief;
    }

    /// The table of cold passes.
    FittedTable cold() {
        return table(COLD, summaries(Phase.COLD).stream().map(this::cold).toList());
    }

    private FittedTable table(List<String> columns, List<List<String>> cells) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(line(SETTING, columns));
        lines.addAll(cells);
        return new FittedTable(
                lines,
                Set.of("mode"),
                GIVING_WAY.stream()
                        .filter(lines.getFirst()::contains)
                        .filter(header -> !header.equals("files") || zips() == 1)
                        .filter(header -> !header.equals("at once") || concurrencies() == 1)
                        .toList());
    }

    private long zips() {
        return analysis.settings().stream()
                .map(setting -> List.of(setting.archive(), setting.files()))
                .distinct()
                .count();
    }

    private long concurrencies() {
        return analysis.settings().stream().map(BenchmarkCase::concurrency).distinct().count();
    }

    private List<ModeSummary> summaries(Phase phase) {
        return analysis.summaries().stream().filter(summary -> summary.passes(phase) > 0).toList();
    }

    private List<String> warm(ModeSummary summary) {
        Optional<Estimate> wall = summary.wallSeconds(Phase.WARM);
        return line(
                setting(summary),
                List.of(
                        wall.map(Estimate::value).map(FigureFormat::seconds).orElse(NOTHING),
                        interval(wall),
                        cell(analysis.speedUp(summary), FigureFormat::times),
                        summary.ideal().map(Ideal::wall).map(FigureFormat::seconds).orElse(NOTHING),
                        cell(summary.efficiency(Phase.WARM), FigureFormat::percent),
                        summary.ideal().map(ideal -> ideal.bound().label()).orElse(NOTHING),
                        summary.throughput()
                                .map(Estimate::value)
                                .map(FigureFormat::rate)
                                .orElse(NOTHING),
                        cell(
                                summary.latencyMillis(latencies -> latencies.p50Nanos()),
                                FigureFormat::millis),
                        cell(
                                summary.latencyMillis(latencies -> latencies.p99Nanos()),
                                FigureFormat::millis),
                        cell(summary.cpuMillisPerUpload(), FigureFormat::millis),
                        Integer.toString(summary.wallSecondsByBlock(Phase.WARM).size()),
                        passes(summary, Phase.WARM)));
    }

    private List<String> cold(ModeSummary summary) {
        Optional<Estimate> wall = summary.wallSeconds(Phase.COLD);
        return line(
                setting(summary),
                List.of(
                        wall.map(Estimate::value).map(FigureFormat::seconds).orElse(NOTHING),
                        interval(wall),
                        summary.processSeconds()
                                .map(Estimate::value)
                                .map(FigureFormat::seconds)
                                .orElse(NOTHING),
                        Integer.toString(summary.wallSecondsByBlock(Phase.COLD).size()),
                        passes(summary, Phase.COLD)));
    }

    private List<String> setting(ModeSummary summary) {
        BenchmarkCase setting = summary.setting();
        boolean twins = analysis.settings().stream().anyMatch(setting::isTwinOf);
        return List.of(
                "%,d%s".formatted(setting.files(), twins ? " in " + setting.archive() : ""),
                Integer.toString(summary.mode().atOnce(setting.concurrency())),
                summary.mode().label());
    }

    /// How many ended well, and of how many where that is not all.
    private static String passes(ModeSummary summary, Phase phase) {
        long good = summary.good(phase).count();
        return good == summary.passes(phase)
                ? Long.toString(good)
                : good + " of " + summary.passes(phase);
    }

    /// A line for each kind of pass that did not end well.
    List<String> complaints() {
        return analysis.summaries().stream().flatMap(this::complaints).toList();
    }

    private Stream<String> complaints(ModeSummary summary) {
        String name =
                "%s, %s: "
                        .formatted(
                                summary.mode().label(),
                                summary.setting().among(analysis.settings()));
        Stream<String> passes = summary.complaints().stream().map(name::concat);
        return summary.throttled() > 0 || !summary.failures().isEmpty()
                ? Stream.concat(
                        passes,
                        Stream.of(
                                "%sof %,d uploads that ended, failed: %s; attempts answered 503 or 429: %,d"
                                        .formatted(
                                                name,
                                                summary.ended(),
                                                failures(summary),
                                                summary.throttled())))
                : passes;
    }

    private static String failures(ModeSummary summary) {
        return summary.failures().isEmpty()
                ? "none"
                : String.join(
                        ", ",
                        summary.failures().stream()
                                .map(each -> "%,d %s".formatted(each.items(), each.code()))
                                .toList());
    }

    private static String interval(Optional<Estimate> estimate) {
        return estimate.flatMap(Estimate::interval).map(FigureFormat::range).orElse(NOTHING);
    }

    private static String cell(OptionalDouble value, DoubleFunction<String> format) {
        return value.isPresent() ? format.apply(value.getAsDouble()) : NOTHING;
    }

    private static List<String> line(List<String> setting, List<String> cells) {
        List<String> line = new ArrayList<>(setting);
        line.addAll(cells);
        return line;
    }
}
