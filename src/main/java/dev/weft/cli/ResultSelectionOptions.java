package dev.weft.cli;

import dev.weft.record.CorruptLine;
import dev.weft.record.PassRow;
import dev.weft.record.ReadResult;
import dev.weft.record.RecordException;
import dev.weft.record.ResultsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Which results something is made of.
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

    /// The run that was asked for; empty where none was.
    Optional<String> run() {
        return run;
    }

    /// The file as it was named.
    Path csv() {
        return csv;
    }

    /// Where that is.
    Path path(Terminal terminal) {
        return terminal.folder().resolve(csv);
    }

    /// All that is in it; what is damaged is told.
    List<PassRow> rows(Terminal terminal) throws UsageException {
        if (!Files.exists(path(terminal))) {
            throw new UsageException(
                    "there are no results in %s; make some with weft run, or name another file with --csv"
                            .formatted(csv));
        }
        return rows(path(terminal), terminal);
    }

    /// All that is in a file that is there; what is damaged is told.
    static List<PassRow> rows(Path results, Terminal terminal) throws UsageException {
        try {
            ReadResult<PassRow> read = new ResultsFile(results).read();
            read.damages().stream().map(CorruptLine::sentence).forEach(terminal::say);
            return read.rows();
        } catch (RecordException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
