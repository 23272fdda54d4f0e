package dev.weft.text;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.BenchmarkCase;
import dev.weft.analysis.FigureFormat;
import dev.weft.analysis.ModeSummary;
import dev.weft.plan.Phase;
import dev.weft.record.Ideal;
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

/// Result tables of a run, with a line for each case and mode.
///
/// Warm and cold passes have separate tables, because a cold pass measures the JVM as much as the
/// mode.
///
/// @param width largest width of a line, in columns; empty for no limit
public record ResultTable(Analysis analysis, OptionalInt width) {
    /// Text of a cell without a measurement.
    private static final String NO_VALUE = "-";

    private static final List<String> CASE_COLUMNS = List.of("files", "at once", "mode");

    private static final List<String> WARM_COLUMNS =
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

    private static final List<String> COLD_COLUMNS =
            List.of("cold", "95% interval", "with its JVM's start", "JVMs", "passes");

    /// Columns that a narrow window drops, in this order. Columns that distinguish lines stay.
    private static final List<String> DROP_ORDER =
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

    /// Creates tables without a limit of their width.
    public ResultTable(Analysis analysis) {
        this(analysis, OptionalInt.empty());
    }

    /// Prints both tables, and a line for each kind of failed pass.
    public void print(PrintWriter out) {
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

    /// Returns the table of warm passes.
    public Table warm() {
        return table(WARM_COLUMNS, summaries(Phase.WARM).stream().map(this::warm).toList());
    }

    /// Returns the table of warm passes of a single JVM, without the columns for intervals, ideal,
    /// CPU time and counts.
    public Table brief() {
        Table brief = warm();
        for (String header :
                List.of(
                        "95% interval",
                        "ideal", "of ideal", "bound", "CPU/upload", "JVMs", "passes")) {
            brief = brief.without(header);
        }
        return brief;
    }

    /// Returns the table of cold passes.
    public Table cold() {
        return table(COLD_COLUMNS, summaries(Phase.COLD).stream().map(this::cold).toList());
    }

    private Table table(List<String> columns, List<List<String>> cells) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(line(CASE_COLUMNS, columns));
        lines.addAll(cells);
        return new Table(
                lines,
                Set.of("mode"),
                DROP_ORDER.stream()
                        .filter(lines.getFirst()::contains)
                        .filter(header -> !header.equals("files") || zips() == 1)
                        .filter(header -> !header.equals("at once") || concurrencies() == 1)
                        .toList());
    }

    private long zips() {
        return analysis.settings().stream()
                .map(each -> List.of(each.archive(), each.files()))
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
                caseCells(summary),
                List.of(
                        wall.map(Estimate::value).map(FigureFormat::seconds).orElse(NO_VALUE),
                        interval(wall),
                        cell(analysis.speedUp(summary), FigureFormat::times),
                        summary.ideal()
                                .map(Ideal::wall)
                                .map(FigureFormat::seconds)
                                .orElse(NO_VALUE),
                        cell(summary.efficiency(Phase.WARM), FigureFormat::percent),
                        summary.ideal().map(ideal -> ideal.bound().label()).orElse(NO_VALUE),
                        summary.throughput()
                                .map(Estimate::value)
                                .map(FigureFormat::rate)
                                .orElse(NO_VALUE),
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
                caseCells(summary),
                List.of(
                        wall.map(Estimate::value).map(FigureFormat::seconds).orElse(NO_VALUE),
                        interval(wall),
                        summary.processSeconds()
                                .map(Estimate::value)
                                .map(FigureFormat::seconds)
                                .orElse(NO_VALUE),
                        Integer.toString(summary.wallSecondsByBlock(Phase.COLD).size()),
                        passes(summary, Phase.COLD)));
    }

    private List<String> caseCells(ModeSummary summary) {
        BenchmarkCase benchmarkCase = summary.setting();
        boolean ambiguous = analysis.settings().stream().anyMatch(benchmarkCase::isTwinOf);
        return List.of(
                "%,d%s"
                        .formatted(
                                benchmarkCase.files(),
                                ambiguous ? " in " + benchmarkCase.archive() : ""),
                Integer.toString(summary.mode().atOnce(benchmarkCase.concurrency())),
                summary.mode().label());
    }

    /// Number of successful passes; with the total if some failed.
    private static String passes(ModeSummary summary, Phase phase) {
        long good = summary.good(phase).count();
        return good == summary.passes(phase)
                ? Long.toString(good)
                : good + " of " + summary.passes(phase);
    }

    /// Returns a line for each kind of failed pass, and one for failed or throttled uploads.
    public List<String> complaints() {
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
        return estimate.flatMap(Estimate::interval).map(FigureFormat::range).orElse(NO_VALUE);
    }

    private static String cell(OptionalDouble value, DoubleFunction<String> format) {
        return value.isPresent() ? format.apply(value.getAsDouble()) : NO_VALUE;
    }

    private static List<String> line(List<String> caseCells, List<String> cells) {
        List<String> line = new ArrayList<>(caseCells);
        line.addAll(cells);
        return line;
    }
}
