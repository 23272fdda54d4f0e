package dev.weft.cli;

import dev.weft.analysis.PresentChoice;
import dev.weft.analysis.RunComparison;
import dev.weft.csv.FileErrorText;
import dev.weft.csv.RecordException;
import dev.weft.record.PassRow;
import dev.weft.record.WarmupFile.WarmupRow;
import dev.weft.report.Report;
import dev.weft.runjson.RunDocument;
import dev.weft.runjson.RunFile;
import dev.weft.screen.Terminal;
import dev.weft.session.ExitCode;
import dev.weft.session.RunFiles;
import dev.weft.session.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Creates a page of HTML about one run.
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes one page of HTML about a run: the answer, the tables, every picture, the terms.",
            "The page needs neither a network nor other files to be opened."
        },
        exitCodeList = {
            "0:the page is there, and its path was printed",
            "1:not all that belongs on standard output could be written",
            "2:there is nothing to report, or no place for it"
        })
@HelpExample(value = "weft report", does = "about the newest run: benchmark/report.html")
@HelpExample(value = "weft report --run=20261121T093000Z-1a2b", does = "about one run")
@HelpExample(value = "weft report --output=pages/today.html", does = "somewhere else")
final class ReportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private ResultSelectionOptions results = new ResultSelectionOptions();

    @Option(
            names = "--side",
            paramLabel = "SIDE",
            completionCandidates = OptionValues.Sides.class,
            description = "of a comparison: before or after (default: after)")
    private Optional<String> side = Optional.empty();

    @Option(
            names = "--timings-csv",
            paramLabel = "FILE",
            description = "the timings (default: benchmark/runs/RUN_ID/timings.csv)")
    private Optional<Path> timings = Optional.empty();

    @Option(
            names = "--output",
            defaultValue = "benchmark/report.html",
            paramLabel = "FILE",
            description = "where to (default: ${DEFAULT-VALUE})")
    private Path output = Path.of("");

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws UsageException {
        List<String> remarks = new ArrayList<>();
        List<PassRow> rows = ofOneSide(ofOneRun(), remarks);
        Path folder =
                RunFiles.found(
                        rows.getFirst().place().runId(),
                        results.path(terminal.folder()),
                        terminal.folder());
        Optional<RunDocument> particulars = particulars(folder);
        write(
                page(
                        new Report.Sources(
                                rows,
                                particulars,
                                timings(folder),
                                warmup(folder),
                                diagnosis(folder),
                                particulars.flatMap(ReportCommand::present),
                                remarks)));
        return ExitCode.OK;
    }

    /// Returns the present choice of the user who made the run. Empty if another version of weft
    /// made it with unknown options.
    private static Optional<PresentChoice> present(RunDocument run) {
        List<String> words = run.commandLine();
        if (words.isEmpty() || !words.getFirst().equals("run")) {
            return Optional.empty();
        }
        try {
            return RunOptions.parsed(words.subList(1, words.size())).analysis.present;
        } catch (ParameterException _) {
            return Optional.empty();
        }
    }

    private List<PassRow> ofOneRun() throws UsageException {
        List<PassRow> all =
                results.rows(terminal).stream()
                        .sorted(Comparator.comparing(row -> row.place().startedAt()))
                        .toList();
        if (all.isEmpty()) {
            throw new UsageException(
                    "%s has no rows; make some with weft run".formatted(results.csv()));
        }
        String newest = all.getLast().place().runId();
        String wanted = results.run().orElse(newest);
        List<PassRow> rows =
                all.stream().filter(row -> row.place().runId().equals(wanted)).toList();
        if (rows.isEmpty()) {
            throw new UsageException(
                    "there is no run %s in %s; the newest is %s"
                            .formatted(wanted, results.csv(), newest));
        }
        return rows;
    }

    /// Selects the rows of one variant, because a page shows one variant of a comparison.
    private List<PassRow> ofOneSide(List<PassRow> rows, List<String> remarks)
            throws UsageException {
        List<String> sides =
                rows.stream().flatMap(row -> row.place().variant().stream()).distinct().toList();
        if (sides.isEmpty() && side.isPresent()) {
            throw new UsageException(
                    "--side is for comparisons, and this run is none; leave it out");
        }
        if (sides.isEmpty()) {
            return rows;
        }
        String wanted = side.orElse(RunComparison.AFTER);
        List<PassRow> ofSide =
                rows.stream()
                        .filter(row -> row.place().variant().equals(Optional.of(wanted)))
                        .toList();
        if (ofSide.isEmpty()) {
            throw new UsageException(
                    "there is no side '%s'; this comparison has %s%s"
                            .formatted(
                                    wanted,
                                    String.join(" and ", sides),
                                    SpellingSuggestions.question(wanted, sides)));
        }
        remarks.add(
                "The run is a comparison, and this page shows its side '%s' alone."
                        .formatted(wanted));
        return ofSide;
    }

    private Optional<RunDocument> particulars(Path folder) throws UsageException {
        Path file = folder.resolve(RunFiles.PARTICULARS);
        if (!Files.exists(file)) {
            terminal.printMessage(
                    "there is no %s, so the page names neither the machine nor the command"
                            .formatted(terminal.shown(file)));
            return Optional.empty();
        }
        try {
            return Optional.of(new RunFile(file).read());
        } catch (RecordException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private Optional<Path> timings(Path folder) throws UsageException {
        Path file = timings.map(terminal.folder()::resolve).orElse(RunFiles.timings(folder));
        if (Files.exists(file)) {
            return Optional.of(file);
        }
        if (timings.isPresent()) {
            throw new UsageException("there is no %s".formatted(terminal.shown(file)));
        }
        terminal.printMessage(
                "there is no %s, so the page shows no single uploads; name the file with --timings-csv"
                        .formatted(terminal.shown(file)));
        return Optional.empty();
    }

    private List<WarmupRow> warmup(Path folder) throws UsageException {
        try {
            return new TimingsLocator(
                            timings.map(terminal.folder()::resolve),
                            results.path(terminal.folder()),
                            terminal.folder(),
                            terminal::printMessage)
                    .warmup(folder.getFileName().toString());
        } catch (RecordException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> diagnosis(Path folder) throws UsageException {
        Path file = folder.resolve(RunFiles.DIAGNOSIS);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UsageException(
                    "%s cannot be read (%s)"
                            .formatted(terminal.shown(file), FileErrorText.reason(e)));
        }
    }

    private static byte[] page(Report.Sources sources) throws UsageException {
        try {
            return Report.html(sources);
        } catch (RecordException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private void write(byte[] page) throws UsageException {
        new OutputFile(terminal, output, "--output").write(page);
        terminal.out().println(terminal.shown(terminal.folder().resolve(output)));
        terminal.out().flush();
    }
}
