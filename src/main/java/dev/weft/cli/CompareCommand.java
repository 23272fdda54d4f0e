package dev.weft.cli;

import dev.weft.analysis.BenchmarkCase;
import dev.weft.analysis.FairnessDifference;
import dev.weft.analysis.RunComparison;
import dev.weft.csv.RecordException;
import dev.weft.record.PassRow;
import dev.weft.screen.Terminal;
import dev.weft.session.BuildUnderTest;
import dev.weft.session.FileCount;
import dev.weft.session.OutputFormat;
import dev.weft.session.RunFiles;
import dev.weft.session.RunIds;
import dev.weft.session.RunRequest;
import dev.weft.session.RunSession;
import dev.weft.session.RunSetup;
import dev.weft.session.UsageException;
import dev.weft.session.Variant;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Compares two results, or measures two builds or settings and compares them.
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Compares two results for each mode and size, and judges whether the change is more than noise.",
        exitCodeList = {
            "0:all well",
            "1:a mode became slower by more than --fail-if-slower, or something failed",
            "2:it could not be begun as asked for",
            "130:interrupted (143 by SIGTERM, 129 by SIGHUP)"
        })
@HelpExample(value = "weft compare old.csv new.csv", does = "two results, such as of two machines")
@HelpExample(
        value = "weft compare --option=--concurrency=32 --option=--concurrency=64 -- --mode=async",
        does = "two settings, measured in turn")
@HelpExample(
        value = "weft compare --build ../base . --fail-if-slower=5% -- --files=500",
        does = "two builds, measured in turn, as a gate")
@HelpExample(
        value = "weft compare old.csv new.csv --format=markdown --junit=compare.xml",
        does = "for a pull request and a CI server")
final class CompareCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final InstantSource clock = InstantSource.system();

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "BEFORE AFTER",
            completionCandidates = OptionValues.Results.class,
            description =
                    "results: a run id, a CSV file, or FILE@RUN; with --build two folders; after -- options of run for an experiment")
    private List<String> words = List.of();

    @Option(
            names = "--build",
            description =
                    "BEFORE and AFTER are folders in which make build ran, or distributions of weft: measure both, taking turns")
    private boolean build;

    @Option(
            names = "--option",
            paramLabel = "OPTIONS",
            description = "options of run for one side; given twice: measure both, taking turns")
    private List<String> settings = List.of();

    @Option(
            names = "--csv",
            defaultValue = RunFiles.RESULTS,
            paramLabel = "FILE",
            description = "where run ids are looked up (default: ${DEFAULT-VALUE})")
    private Path csv = Path.of("");

    @Option(names = "--force", description = "compare although not all that matters was the same")
    private boolean force;

    @Mixin private ComparisonOptions telling = new ComparisonOptions();

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (!settings.isEmpty()) {
            if (settings.size() != 2 || build) {
                throw new UsageException(
                        "--option is given twice, once for each side, and without --build");
            }
            return experiment(
                    new Contender(settings.getFirst(), BuildUnderTest.own(), settings.getFirst()),
                    new Contender(settings.getLast(), BuildUnderTest.own(), settings.getLast()),
                    words);
        }
        if (words.size() < 2 || (words.size() > 2 && !build)) {
            throw new UsageException(
                    "name two results to compare, or two distributions with --build, or two settings with --option");
        }
        String before = words.getFirst();
        String after = words.get(1);
        return build
                ? experiment(
                        new Contender(before, BuildUnderTest.of(before, terminal.folder()), ""),
                        new Contender(after, BuildUnderTest.of(after, terminal.folder()), ""),
                        words.subList(2, words.size()))
                : results(before, after);
    }

    private record Contender(String name, BuildUnderTest build, String options) {
        List<String> words() {
            return options.isBlank() ? List.of() : List.of(options.strip().split("\\s+"));
        }

        /// The options of both variants, followed by its own.
        RunOptions parsed(List<String> common) {
            return RunOptions.parsed(Stream.concat(common.stream(), words().stream()).toList());
        }
    }

    private RunRequest request(Contender contender, List<String> common) throws UsageException {
        List<String> others = RunOptions.parsed(contender.words()).givenWithout(PerVariant.class);
        if (!others.isEmpty()) {
            throw new UsageException(
                    "--option cannot vary %s, only %s; what holds for both sides goes after --"
                            .formatted(
                                    others.getFirst(),
                                    String.join(", ", RunOptions.withMark(PerVariant.class))));
        }
        RunOptions options = contender.parsed(common);
        RunRequest request = options.request(terminal);
        if (!request.amount().forked()) {
            throw new UsageException(
                    "--forks=0 measures in this JVM, and each side has JVMs of its own; leave it out");
        }
        if (request.judging().diagnose()
                || options.amount.resume.isPresent()
                || request.output().format() != OutputFormat.TABLE) {
            throw new UsageException(
                    "--diagnose, --format and --resume after -- are for weft run, which has one side; compare has a --format of its own, before --");
        }
        if (request.work().source() instanceof RunRequest.Source.Made made
                && made.files().stream().anyMatch(FileCount::timesConcurrency)) {
            throw new UsageException(
                    "--files=20xC gives the sides different zips, which cannot be compared; give a number");
        }
        return request;
    }

    /// Measures both variants block by block, in one shuffled order.
    private int experiment(Contender before, Contender after, List<String> common)
            throws Exception {
        RunRequest first = request(before, common);
        RunRequest second = request(after, common);
        RunFiles files =
                RunFiles.of(RunIds.next(clock.instant()), first.output(), terminal.folder());
        return new RunSession(
                        new RunSetup(
                                telling.isTable() ? terminal : terminal.withAllOutputOnErr(),
                                spec.root().commandLine().getParseResult().originalArgs(),
                                List.of(
                                        variant(RunComparison.BEFORE, before, first, files),
                                        variant(RunComparison.AFTER, after, second, files)),
                                files,
                                new ComparisonSummaryPrinter(
                                        terminal, reporter(before.name(), after.name()), files),
                                clock))
                .run();
    }

    private ComparisonReporter reporter(String before, String after) throws UsageException {
        ComparisonReporter reporter = new ComparisonReporter(terminal, telling, before, after);
        reporter.prepare();
        return reporter;
    }

    private Variant variant(String name, Contender contender, RunRequest request, RunFiles files) {
        return Variant.of(Optional.of(name), contender.build(), request, files, clock);
    }

    private int results(String before, String after) throws UsageException, RecordException {
        ResultSource one = ResultSource.of(before, csv, terminal);
        ResultSource other = ResultSource.of(after, csv, terminal);
        insistOnFairness(one, other);
        RunComparison change = RunComparison.apart(one.rows(), other.rows());
        if (change.cells().isEmpty()) {
            throw new UsageException(
                    "%s and %s have no mode and size in common that was measured and verified in both"
                            .formatted(before, after));
        }
        return reporter(before, after).tell(change);
    }

    private void insistOnFairness(ResultSource one, ResultSource other) throws UsageException {
        List<FairnessDifference> differences =
                eachConditionOnce(one).stream()
                        .flatMap(
                                row ->
                                        eachConditionOnce(other).stream()
                                                .filter(candidate -> isSameCell(row, candidate))
                                                .flatMap(
                                                        candidate ->
                                                                FairnessDifference.between(
                                                                        row, candidate)
                                                                        .stream()))
                        .distinct()
                        .toList();
        if (differences.isEmpty()) {
            return;
        }
        String named =
                differences.stream()
                        .map(FairnessDifference::toString)
                        .collect(Collectors.joining(", "));
        if (!force) {
            throw new UsageException(
                    "%s and %s were not measured under the same conditions: %s; add --force to compare them all the same"
                            .formatted(one.name(), other.name(), named));
        }
        terminal.printMessage("the conditions differ: " + named);
    }

    private static Collection<PassRow> eachConditionOnce(ResultSource source) {
        Map<List<Object>, PassRow> rows = new LinkedHashMap<>();
        source.rows()
                .forEach(
                        row ->
                                rows.putIfAbsent(
                                        List.of(
                                                BenchmarkCase.of(row),
                                                row.setting().mode(),
                                                row.contract().fairness()),
                                        row));
        return rows.values();
    }

    private static boolean isSameCell(PassRow one, PassRow other) {
        return BenchmarkCase.of(one).equals(BenchmarkCase.of(other))
                && one.setting().mode() == other.setting().mode();
    }
}
