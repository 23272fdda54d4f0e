package dev.weft.cli;

import dev.weft.plot.ItemTimings;
import dev.weft.record.CorruptLine;
import dev.weft.record.ReadResult;
import dev.weft.record.RecordException;
import dev.weft.record.TimingRow;
import dev.weft.record.TimingsFile;
import dev.weft.record.WarmupFile;
import dev.weft.record.WarmupRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The timings and warm-up curves of runs: beside the results, or in the file that an option names.
final class TimingsLocator implements ItemTimings {
    private final Optional<Path> named;
    private final Path results;
    private final Terminal terminal;
    private final Set<CorruptLine> told = new HashSet<>();

    /// Looks into one file, or beside the results and in the folder of each run.
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
        Consumer<TimingRow> own =
                row -> {
                    if (row.runId().equals(runId)) {
                        rows.accept(row);
                    }
                };
        report(TimingsFile.read(file.get(), own));
    }

    /// The warm-up slices of a run, which lie beside its timings; none where there are none.
    List<WarmupRow> warmup(String runId) throws RecordException {
        WarmupFile file = WarmupFile.beside(place(runId));
        if (!Files.isRegularFile(file.path())) {
            return List.of();
        }
        ReadResult<WarmupRow> read = file.read();
        report(read.damages());
        return read.rows().stream().filter(row -> row.runId().equals(runId)).toList();
    }

    private void report(List<CorruptLine> damages) {
        for (CorruptLine damage : damages) {
            // Files are read more than once.
            if (told.add(damage)) {
                terminal.say(damage.sentence());
            }
        }
    }

    private Optional<Path> file(String runId) {
        return Optional.of(place(runId)).filter(Files::isRegularFile);
    }

    private Path place(String runId) {
        return named.orElseGet(() -> RunFiles.timings(RunFiles.found(runId, results, terminal)));
    }
}
