package dev.weft.cli;

import dev.weft.csv.RecordException;
import dev.weft.machine.SecretMasker;
import dev.weft.runjson.RunDocument;
import dev.weft.runjson.RunFile;
import dev.weft.screen.Terminal;
import dev.weft.session.RunFiles;
import dev.weft.session.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A run that is resumed with its own command line from `run.json`.
///
/// @param options options of that command line, with the options given beside `--resume`
record ResumedRun(RunOptions options, List<String> commandLine) {
    ResumedRun {
        commandLine = List.copyOf(commandLine);
    }

    /// Finds the run.
    static ResumedRun of(String runId, RunOptions given, Terminal terminal)
            throws UsageException, RecordException {
        rejectOthers(given);
        Path file = RunFiles.folder(runId, terminal.folder()).resolve(RunFiles.PARTICULARS);
        if (!Files.isRegularFile(file)) {
            throw new UsageException(
                    "there is no run %s here: %s is missing"
                            .formatted(runId, terminal.shown(file)));
        }
        RunDocument document = new RunFile(file).read();
        List<String> words = document.commandLine();
        if (words.isEmpty() || !words.getFirst().equals("run")) {
            throw new UsageException(
                    "run %s was no call of weft run, and cannot be gone on with".formatted(runId));
        }
        if (words.stream().anyMatch(word -> word.contains(SecretMasker.MASK))) {
            throw new UsageException(
                    "run %s was given a secret, which run.json does not keep; begin a new run"
                            .formatted(runId));
        }
        RunOptions options = RunOptions.parsed(words.subList(1, words.size()));
        options.replace(OnResume.class, given);
        return new ResumedRun(options, words);
    }

    private static void rejectOthers(RunOptions given) throws UsageException {
        List<String> others = given.givenWithout(OnResume.class);
        if (!others.isEmpty()) {
            throw new UsageException(
                    "--resume uses the run's own options; leave %s out"
                            .formatted(others.getFirst()));
        }
    }
}
