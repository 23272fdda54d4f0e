package dev.weft.cli;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.Figures;
import dev.weft.analysis.ModeSummary;
import dev.weft.analysis.Setting;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.Ideal;
import dev.weft.stats.Estimate;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleFunction;

/// The tables after a run: a line for each number of files, concurrency and mode; warm and cold
/// passes apart, because a cold one says as much of the JVM as of the mode.
record ResultTable(Analysis analysis) {
    /// What stands in a cell that nothing was measured for.
    private static final String NOTHING = "-";

    private static final List<String> SETTING = List.of("files", "at once", "mode");

    /// Both tables, and a line for each kind of pass that did not end well.
    void print(PrintWriter out) {
        printWarm(out);
        printCold(out);
        analysis.summaries().forEach(summary -> printComplaints(summary, out));
        out.flush();
    }

    private void printWarm(PrintWriter out) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(
                line(
                        SETTING,
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
                                "passes")));
        summaries(Phase.WARM).forEach(summary -> lines.add(warm(summary)));
        print(lines, out);
    }

    private void printCold(PrintWriter out) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(
                line(
                        SETTING,
                        List.of("cold", "95% interval", "with its JVM's start", "JVMs", "passes")));
        summaries(Phase.COLD).forEach(summary -> lines.add(cold(summary)));
        if (lines.size() > 1 && !summaries(Phase.WARM).isEmpty()) {
            out.println();
        }
        print(lines, out);
    }

    private static void print(List<List<String>> lines, PrintWriter out) {
        if (lines.size() > 1) {
            TextTable.of(lines, Set.of(SETTING.indexOf("mode"))).forEach(out::println);
        }
    }

    private List<ModeSummary> summaries(Phase phase) {
        return analysis.summaries().stream().filter(summary -> summary.passes(phase) > 0).toList();
    }

    private List<String> warm(ModeSummary summary) {
        Optional<Estimate> wall = summary.wallSeconds(Phase.WARM);
        return line(
                setting(summary),
                List.of(
                        wall.map(Estimate::value).map(Figures::seconds).orElse(NOTHING),
                        interval(wall),
                        cell(analysis.speedUp(summary), Figures::times),
                        summary.ideal().map(Ideal::wall).map(Figures::seconds).orElse(NOTHING),
                        cell(summary.efficiency(Phase.WARM), Figures::percent),
                        summary.ideal().map(ideal -> ideal.bound().label()).orElse(NOTHING),
                        summary.throughput()
                                .map(Estimate::value)
                                .map(Figures::rate)
                                .orElse(NOTHING),
                        cell(
                                summary.latencyMillis(latencies -> latencies.p50Nanos()),
                                Figures::millis),
                        cell(
                                summary.latencyMillis(latencies -> latencies.p99Nanos()),
                                Figures::millis),
                        cell(summary.cpuMillisPerUpload(), Figures::millis),
                        Integer.toString(summary.wallSecondsByBlock(Phase.WARM).size()),
                        passes(summary, Phase.WARM)));
    }

    private List<String> cold(ModeSummary summary) {
        Optional<Estimate> wall = summary.wallSeconds(Phase.COLD);
        return line(
                setting(summary),
                List.of(
                        wall.map(Estimate::value).map(Figures::seconds).orElse(NOTHING),
                        interval(wall),
                        summary.processSeconds()
                                .map(Estimate::value)
                                .map(Figures::seconds)
                                .orElse(NOTHING),
                        Integer.toString(summary.wallSecondsByBlock(Phase.COLD).size()),
                        passes(summary, Phase.COLD)));
    }

    private List<String> setting(ModeSummary summary) {
        Setting setting = summary.setting();
        boolean twins =
                analysis.settings().stream()
                        .anyMatch(
                                other ->
                                        other.files() == setting.files()
                                                && !other.archive().equals(setting.archive()));
        return List.of(
                "%,d%s".formatted(setting.files(), twins ? " in " + setting.archive() : ""),
                summary.mode() == ModeName.SEQUENTIAL
                        ? "1"
                        : Integer.toString(setting.concurrency()),
                summary.mode().label());
    }

    /// How many ended well, and of how many where that is not all.
    private static String passes(ModeSummary summary, Phase phase) {
        long good = summary.good(phase).count();
        return good == summary.passes(phase)
                ? Long.toString(good)
                : good + " of " + summary.passes(phase);
    }

    private static void printComplaints(ModeSummary summary, PrintWriter out) {
        summary.complaints()
                .forEach(
                        complaint ->
                                out.printf(
                                        "%s, %s: %s%n",
                                        summary.mode().label(), summary.setting(), complaint));
        if (summary.throttled() > 0 || !summary.failures().isEmpty()) {
            out.printf(
                    "%s, %s: of %,d uploads that ended, failed: %s; attempts answered 503 or 429: %,d%n",
                    summary.mode().label(),
                    summary.setting(),
                    summary.ended(),
                    failures(summary),
                    summary.throttled());
        }
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
        return estimate.flatMap(Estimate::interval).map(Figures::range).orElse(NOTHING);
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
