package dev.weft.cli;

import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleFunction;

/// The table after a run: a line for each number of files, concurrency and mode.
///
/// Times are medians over the passes that ended well; what did not end well is told below the
/// table.
record ResultTable(List<PassRow> rows) {
    private static final List<String> HEADER =
            List.of(
                    "files",
                    "at once",
                    "mode",
                    "cold",
                    "warm",
                    "min - max",
                    "speed-up",
                    "uploads/s",
                    "p50",
                    "p99",
                    "CPU/upload",
                    "passes",
                    "zip");

    /// What stands in a cell that nothing was measured for.
    private static final String NOTHING = "-";

    /// What a line is about.
    private record Setting(int files, String archive, int poolSize, ModeName mode) {
        /// The same, but for the mode and the concurrency: what speed-ups compare.
        boolean isSameWork(Setting other) {
            return files == other.files() && archive.equals(other.archive());
        }
    }

    ResultTable {
        rows = List.copyOf(rows);
    }

    /// The table as lines, and a line for each kind of pass that did not end well.
    void print(PrintWriter out) {
        Map<Setting, PassGroup> groups = groups();
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEADER);
        groups.forEach((setting, group) -> lines.add(line(setting, group, groups)));
        TextTable.of(lines, Set.of(HEADER.indexOf("mode"), HEADER.indexOf("zip")))
                .forEach(out::println);
        groups.forEach(
                (setting, group) ->
                        group.complaints()
                                .forEach(
                                        complaint ->
                                                out.printf(
                                                        "%s, %d files: %s%n",
                                                        setting.mode().label(),
                                                        setting.files(),
                                                        complaint)));
        out.flush();
    }

    private Map<Setting, PassGroup> groups() {
        Map<Setting, List<PassRow>> lists = new LinkedHashMap<>();
        rows.stream()
                .sorted(
                        Comparator.comparingInt((PassRow row) -> setting(row).files())
                                .thenComparing(row -> setting(row).archive())
                                .thenComparingInt(row -> setting(row).poolSize())
                                .thenComparing(row -> setting(row).mode()))
                .forEach(
                        row ->
                                lists.computeIfAbsent(setting(row), _ -> new ArrayList<>())
                                        .add(row));
        Map<Setting, PassGroup> groups = new LinkedHashMap<>();
        lists.forEach((setting, list) -> groups.put(setting, new PassGroup(list)));
        return groups;
    }

    private static Setting setting(PassRow row) {
        return new Setting(
                row.setting().items().files(),
                row.setting().items().archive(),
                row.contract().terms().poolSize(),
                row.setting().mode());
    }

    private static List<String> line(
            Setting setting, PassGroup group, Map<Setting, PassGroup> groups) {
        return List.of(
                "%,d".formatted(setting.files()),
                setting.mode() == ModeName.SEQUENTIAL ? "1" : Integer.toString(setting.poolSize()),
                setting.mode().label(),
                seconds(group.wallSeconds(Phase.COLD)),
                seconds(group.wallSeconds(Phase.WARM)),
                group.range(),
                speedUp(setting, group, groups),
                cell(group.throughput(), "%,.0f"::formatted),
                cell(group.latencyMillis(latencies -> latencies.p50Nanos()), Figures::millis),
                cell(group.latencyMillis(latencies -> latencies.p99Nanos()), Figures::millis),
                cell(group.cpuMillisPerUpload(), Figures::millis),
                group.passes(),
                setting.archive());
    }

    private static String speedUp(
            Setting setting, PassGroup group, Map<Setting, PassGroup> groups) {
        OptionalDouble own = group.wallSeconds(Phase.WARM);
        OptionalDouble sequential =
                groups.entrySet().stream()
                        .filter(entry -> entry.getKey().mode() == ModeName.SEQUENTIAL)
                        .filter(entry -> entry.getKey().isSameWork(setting))
                        .map(entry -> entry.getValue().wallSeconds(Phase.WARM))
                        .flatMapToDouble(OptionalDouble::stream)
                        .findFirst();
        return own.isPresent() && sequential.isPresent()
                ? "%.1fx".formatted(sequential.getAsDouble() / own.getAsDouble())
                : NOTHING;
    }

    private static String seconds(OptionalDouble seconds) {
        return cell(seconds, Figures::seconds);
    }

    private static String cell(OptionalDouble value, DoubleFunction<String> format) {
        return value.isPresent() ? format.apply(value.getAsDouble()) : NOTHING;
    }
}
