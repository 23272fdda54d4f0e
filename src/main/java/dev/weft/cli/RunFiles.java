package dev.weft.cli;

import dev.weft.record.RecordException;
import dev.weft.record.ResultsFile;
import dev.weft.record.TimingsFile;
import java.nio.file.Files;
import java.nio.file.Path;

/// The id of a run and the files that it writes.
///
/// @param folder of what belongs to this run alone
record RunFiles(String runId, Path folder, Path timings, ResultsFile results) {
    /// The names of what a run leaves in its folder.
    static final String TIMINGS = "timings.csv";

    static final String PARTICULARS = "run.json";
    static final String DIAGNOSIS = "diagnosis.txt";

    private static final Path RUNS = Path.of("benchmark", "runs");

    /// Where a run of that id writes.
    static RunFiles of(String runId, RunOptions options, Terminal terminal) {
        Path folder = folder(runId, terminal);
        return new RunFiles(
                runId,
                folder,
                options.output
                        .timings
                        .map(terminal.folder()::resolve)
                        .orElse(timings(folder))
                        .toAbsolutePath(),
                new ResultsFile(terminal.folder().resolve(options.output.csv)));
    }

    static Path folder(String runId, Terminal terminal) {
        return terminal.folder().resolve(RUNS).resolve(runId);
    }

    /// The folder of a run whose rows are in such a file: beside it, where it was carried along, or
    /// else where runs of the current folder are.
    static Path found(String runId, Path results, Terminal terminal) {
        Path beside = results.toAbsolutePath().resolveSibling(RUNS.getFileName()).resolve(runId);
        return Files.isDirectory(beside) ? beside : folder(runId, terminal);
    }

    /// The timings in the folder of a run, where they are put unless somebody wants otherwise.
    static Path timings(Path folder) {
        return folder.resolve(TIMINGS);
    }

    /// Looks before anything is measured whether it can be recorded.
    void prepare(Terminal terminal) throws UsageException {
        try {
            results.prepare().ifPresent(damage -> terminal.say(damage.sentence()));
            TimingsFile.open(timings, runId).close();
        } catch (RecordException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
