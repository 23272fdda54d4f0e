package dev.weft.cli;

import dev.weft.plot.ItemTimings;
import dev.weft.record.Damage;
import dev.weft.record.RecordException;
import dev.weft.record.TimingRow;
import dev.weft.record.TimingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The timings of runs, as they lie beside the results or where somebody put them.
final class RunTimings implements ItemTimings {
    private final Optional<Path> named;
    private final Path results;
    private final Terminal terminal;
    private final Set<Damage> told = new HashSet<>();

    /// Looks into one file, or beside the results and in the folder of each run.
    RunTimings(Optional<Path> named, Path results, Terminal terminal) {
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
        for (Damage damage : TimingsFile.read(file.get(), own)) {
            // Timings are read more than once.
            if (told.add(damage)) {
                terminal.say(damage.sentence());
            }
        }
    }

    private Optional<Path> file(String runId) {
        return named.isPresent()
                ? named
                : Optional.of(RunPlace.timings(RunPlace.found(runId, results, terminal)))
                        .filter(Files::isRegularFile);
    }
}
