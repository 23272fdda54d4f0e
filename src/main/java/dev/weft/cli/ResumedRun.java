package dev.weft.cli;

import dev.weft.machine.SecretMasker;
import dev.weft.record.PassRow;
import dev.weft.record.RecordException;
import dev.weft.record.RunDocument;
import dev.weft.record.RunFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// A run that is gone on with: under its own command line, as its `run.json` has it.
///
/// @param options of that command line, but for what may differ from call to call
record ResumedRun(RunOptions options, List<String> commandLine) {
    /// What may be said beside `--resume`: it bears on no figure.
    private static final Set<String> FREE =
            Set.of(
                    "--resume",
                    "--time-budget",
                    "--format",
                    "--quiet",
                    "--yes",
                    "--max-requests",
                    "--max-cost",
                    "--dry-run");

    ResumedRun {
        commandLine = List.copyOf(commandLine);
    }

    /// Finds the run.
    static ResumedRun of(String runId, RunOptions given, Terminal terminal)
            throws UsageException, RecordException {
        refuseOthers(given);
        Path file = RunFiles.folder(runId, terminal).resolve(RunFiles.PARTICULARS);
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
        options.amount.timeBudget = given.amount.timeBudget;
        options.output.format = given.output.format;
        options.output.quiet = given.output.quiet;
        options.care.yes = given.care.yes;
        options.care.maxRequests = given.care.maxRequests;
        options.care.maxCost = given.care.maxCost;
        options.amount.dryRun = given.amount.dryRun;
        return new ResumedRun(options, words);
    }

    /// Whether what was begun with these arguments can be gone on with: a comparison cannot, and
    /// what was given a secret is not kept.
    static boolean isPossible(List<String> words) {
        return !words.isEmpty()
                && words.getFirst().equals("run")
                && SecretMasker.masked(words).equals(words);
    }

    private static void refuseOthers(RunOptions given) throws UsageException {
        for (String name : given.named()) {
            if (!FREE.contains(name)) {
                throw new UsageException(
                        "--resume goes on under the run's own options; leave %s out"
                                .formatted(name));
            }
        }
    }

    /// The rows that were recorded of the run.
    List<PassRow> done(RunFiles place) throws RecordException {
        return Files.isRegularFile(place.results().path())
                ? place.results().read().rows().stream()
                        .filter(row -> row.place().runId().equals(place.runId()))
                        .toList()
                : List.of();
    }
}
