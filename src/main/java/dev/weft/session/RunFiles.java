package dev.weft.session;

import dev.weft.csv.RecordException;
import dev.weft.record.PassRow;
import dev.weft.record.ResultsFile;
import dev.weft.record.TimingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Id of a run and the files that it writes.
///
/// @param folder folder of this run
public record RunFiles(String runId, Path folder, Path timings, ResultsFile results) {
    /// Names of the files in the folder of a run.
    static final String TIMINGS = "timings.csv";

    /// Default path of the results of all runs.
    public static final String RESULTS = "benchmark/results.csv";

    public static final String PARTICULARS = "run.json";
    public static final String DIAGNOSIS = "diagnosis.txt";

    private static final Path RUNS = Path.of("benchmark", "runs");

    /// Returns the files of a run with the given options.
    ///
    /// @param base base of relative paths
    public static RunFiles of(String runId, RunRequest.Output output, Path base) {
        Path folder = folder(runId, base);
        return new RunFiles(
                runId,
                folder,
                output.timings().map(base::resolve).orElse(timings(folder)).toAbsolutePath(),
                new ResultsFile(base.resolve(output.csv())));
    }

    public static Path folder(String runId, Path base) {
        return base.resolve(RUNS).resolve(runId);
    }

    /// Returns the folder of a run with rows in a results file: beside the file if it is there,
    /// otherwise below the current folder.
    public static Path found(String runId, Path results, Path base) {
        Path beside = results.toAbsolutePath().resolveSibling(RUNS.getFileName()).resolve(runId);
        return Files.isDirectory(beside) ? beside : folder(runId, base);
    }

    /// Returns the default timings file in the folder of a run.
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
    void prepare(Consumer<String> messages) throws UsageException {
        try {
            results.prepare().ifPresent(damage -> messages.accept(damage.sentence()));
            TimingsFile.open(timings, runId).close();
        } catch (RecordException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
