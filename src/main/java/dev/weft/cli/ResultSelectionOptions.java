package dev.weft.cli;

import dev.weft.csv.CorruptLine;
import dev.weft.csv.ReadResult;
import dev.weft.csv.RecordException;
import dev.weft.record.PassRow;
import dev.weft.record.ResultsFile;
import dev.weft.screen.Terminal;
import dev.weft.session.RunFiles;
import dev.weft.session.RunIds;
import dev.weft.session.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/// Options that select results: a results file, and a run in it.
final class ResultSelectionOptions {
    @Option(
            names = "--run",
            paramLabel = RunIds.LABEL,
            description =
                    "of this run alone, as it is called in the column run_id (default: the newest)")
    private Optional<String> run = Optional.empty();

    @Option(
            names = "--csv",
            defaultValue = RunFiles.RESULTS,
            paramLabel = "FILE",
            description = "the results (default: ${DEFAULT-VALUE})")
    private Path csv = Path.of("");

    /// Id of the requested run; empty if the option is absent.
    Optional<String> run() {
        return run;
    }

    /// Path of the results file, as given.
    Path csv() {
        return csv;
    }

    /// Path of the results file.
    ///
    /// @param base base of relative paths
    Path path(Path base) {
        return base.resolve(csv);
    }

    /// Reads all rows of the results file, and prints corrupt lines.
    ///
    /// @throws UsageException if the file is missing or unreadable
    List<PassRow> rows(Terminal terminal) throws UsageException {
        if (!Files.exists(path(terminal.folder()))) {
            throw new UsageException(
                    "there are no results in %s; make some with weft run, or name another file with --csv"
                            .formatted(csv));
        }
        return rows(path(terminal.folder()), terminal::printMessage);
    }

    /// Reads all rows of an existing results file.
    ///
    /// @param messages receives a sentence for each corrupt line
    /// @throws UsageException if the file is unreadable
    static List<PassRow> rows(Path results, Consumer<String> messages) throws UsageException {
        try {
            ReadResult<PassRow> read = new ResultsFile(results).read();
            read.corruptLines().stream().map(CorruptLine::sentence).forEach(messages);
            return read.rows();
        } catch (RecordException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
