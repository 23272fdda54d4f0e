package dev.weft.session;

import dev.weft.csv.RecordException;
import dev.weft.record.PassRow;
import dev.weft.record.ResultsFile;
import dev.weft.record.TimingsFile;
import dev.weft.screen.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The id of a run and the files that it writes.
///
/// @param folder of what belongs to this run alone
public record RunFiles(String runId, Path folder, Path timings, ResultsFile results) {
    /// The names of what a run leaves in its folder.
    static final String TIMINGS = "timings.csv";

    /// The default file of results, of all runs.
    public static final String RESULTS = "benchmark/results.csv";

    public static final String PARTICULARS = "run.json";
    public static final String DIAGNOSIS = "diagnosis.txt";

    private static final Path RUNS = Path.of("benchmark", "runs");

    /// Where a run of that id writes.
    public static RunFiles of(String runId, RunRequest.Output output, Terminal terminal) {
        Path folder = folder(runId, terminal);
        return new RunFiles(
                runId,
                folder,
                output.timings()
                        .map(terminal.folder()::resolve)
                        .orElse(timings(folder))
                        .toAbsolutePath(),
                new ResultsFile(terminal.folder().resolve(output.csv())));
    }

    public static Path folder(String runId, Terminal terminal) {
        return terminal.folder().resolve(RUNS).resolve(runId);
    }

    /// The folder of a run whose rows are in such a file: beside it, where it was carried along, or
    /// else where runs of the current folder are.
    public static Path found(String runId, Path results, Terminal terminal) {
        Path beside = results.toAbsolutePath().resolveSibling(RUNS.getFileName()).resolve(runId);
        return Files.isDirectory(beside) ? beside : folder(runId, terminal);
    }

    /// The timings in the folder of a run, where they are put unless somebody wants otherwise.
    public static Path timings(Path folder) {
        return folder.resolve(TIMINGS);
    }

    /// Reads the rows of the run that are already recorded.
    List<PassRow> recorded() throws UsageException {
        if (!Files.isRegularFile(results.path())) {
            return List.of();
        }
        try {
            return results.read().rows().stream()
                    .filter(row -> row.place().runId().equals(runId))
                    .toList();
        } catch (RecordException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /// Creates the files, so that a file error appears before the first measurement.
    void prepare(Terminal terminal) throws UsageException {
        try {
            results.prepare().ifPresent(damage -> terminal.say(damage.sentence()));
            TimingsFile.open(timings, runId).close();
        } catch (RecordException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
