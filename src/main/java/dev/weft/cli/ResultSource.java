package dev.weft.cli;

import dev.weft.record.PassRow;
import dev.weft.screen.Terminal;
import dev.weft.session.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Results that an argument names: a run, a file, or a run in a file.
///
/// @param name the argument
/// @param rows rows of the run; of a file, rows of all runs comparable with its newest run
record ResultSource(String name, List<PassRow> rows) {
    ResultSource {
        rows = List.copyOf(rows);
    }

    /// Reads the results that `run-id`, `file.csv` or `file.csv@run-id` names.
    ///
    /// @param csv results file of a run id without a file
    static ResultSource of(String name, Path csv, Terminal terminal) throws UsageException {
        Path file = path(name, terminal);
        if (Files.isRegularFile(file)) {
            return ofNewest(name, file, terminal);
        }
        int at = name.lastIndexOf('@');
        return at < 0
                ? ofRun(name, name, terminal.folder().resolve(csv), terminal)
                : ofRun(
                        name,
                        name.substring(at + 1),
                        path(name.substring(0, at), terminal),
                        terminal);
    }

    private static Path path(String name, Terminal terminal) {
        return terminal.folder().resolve(name);
    }

    private static ResultSource ofNewest(String name, Path file, Terminal terminal)
            throws UsageException {
        List<PassRow> rows = ResultSelectionOptions.rows(file, terminal::printMessage);
        PassRow newest =
                rows.stream()
                        .max(Comparator.comparing((PassRow row) -> startedAt(row)))
                        .orElseThrow(() -> new UsageException("%s has no rows".formatted(name)));
        Set<String> comparable =
                rows.stream()
                        .filter(row -> runId(row).equals(runId(newest)))
                        .map(row -> row.contract().fairness())
                        .collect(Collectors.toSet());
        return new ResultSource(
                name,
                rows.stream()
                        .filter(row -> comparable.contains(row.contract().fairness()))
                        .toList());
    }

    private static ResultSource ofRun(String name, String runId, Path file, Terminal terminal)
            throws UsageException {
        List<PassRow> all =
                Files.isRegularFile(file)
                        ? ResultSelectionOptions.rows(file, terminal::printMessage)
                        : List.of();
        List<PassRow> rows = all.stream().filter(row -> runId(row).equals(runId)).toList();
        if (rows.isEmpty()) {
            throw new UsageException(
                    "'%s' is neither a file of results nor a run in %s%s"
                            .formatted(name, file.getFileName(), newest(all)));
        }
        return new ResultSource(name, rows);
    }

    private static String newest(List<PassRow> rows) {
        return rows.isEmpty()
                ? ""
                : "; the newest run there is "
                        + runId(
                                rows.stream()
                                        .max(Comparator.comparing((PassRow row) -> startedAt(row)))
                                        .orElseThrow());
    }

    private static String runId(PassRow row) {
        return row.place().runId();
    }

    private static Instant startedAt(PassRow row) {
        return row.place().startedAt();
    }
}
