package dev.weft.cli;

import dev.weft.csv.CorruptLine;
import dev.weft.csv.ReadResult;
import dev.weft.csv.RecordException;
import dev.weft.plot.ItemTimings;
import dev.weft.record.TimingRow;
import dev.weft.record.TimingsFile;
import dev.weft.record.WarmupFile;
import dev.weft.record.WarmupFile.WarmupRow;
import dev.weft.screen.Terminal;
import dev.weft.session.RunFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Locates and reads the timings and warm-up curves of runs.
final class TimingsLocator implements ItemTimings {
    private final Optional<Path> named;
    private final Path results;
    private final Terminal terminal;
    private final Set<CorruptLine> reported = new HashSet<>();

    /// @param named timings file that an option names; empty for the file in the folder of each run
    TimingsLocator(Optional<Path> named, Path results, Terminal terminal) {
        this.named = named;
        this.results = results;
        this.terminal = terminal;
    }

    @Override
    public void read(String runId, Consumer<TimingRow> rows) throws RecordException {
        Optional<Path> file = file(runId);
        if (file.isEmpty()) {
            return;
        }
        Consumer<TimingRow> ofRun =
                row -> {
                    if (row.runId().equals(runId)) {
                        rows.accept(row);
                    }
                };
        report(TimingsFile.read(file.get(), ofRun));
    }

    /// Reads the warm-up slices of a run from the file beside its timings. Empty if it is missing.
    List<WarmupRow> warmup(String runId) throws RecordException {
        WarmupFile file = WarmupFile.beside(path(runId));
        if (!Files.isRegularFile(file.path())) {
            return List.of();
        }
        ReadResult<WarmupRow> read = file.read();
        report(read.corruptLines());
        return read.rows().stream().filter(row -> row.runId().equals(runId)).toList();
    }

    private void report(List<CorruptLine> lines) {
        for (CorruptLine line : lines) {
            // A file is read more than once, but each corrupt line is reported once.
            if (reported.add(line)) {
                terminal.say(line.sentence());
            }
        }
    }

    private Optional<Path> file(String runId) {
        return Optional.of(path(runId)).filter(Files::isRegularFile);
    }

    private Path path(String runId) {
        return named.orElseGet(() -> RunFiles.timings(RunFiles.found(runId, results, terminal)));
    }
}
