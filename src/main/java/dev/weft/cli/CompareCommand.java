package dev.weft.cli;

import dev.weft.analysis.BenchmarkCase;
import dev.weft.analysis.FairnessDifference;
import dev.weft.analysis.RunComparison;
import dev.weft.record.PassRow;
import dev.weft.record.RecordException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What changed between two results.
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Says for each mode and size what changed between two results, and whether it is more than noise.",
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
            defaultValue = OutputOptions.CSV,
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
                        new Contender(before, BuildUnderTest.of(before, terminal), ""),
                        new Contender(after, BuildUnderTest.of(after, terminal), ""),
                        words.subList(2, words.size()))
                : results(before, after);
    }

    private record Contender(String name, BuildUnderTest build, String options) {
        List<String> words() {
            return options.isBlank() ? List.of() : List.of(options.strip().split("\\s+"));
        }
    }

    /// What the sides of one experiment may differ in: what a trial's JVM is given. All else is the
    /// experiment's, and has one value.
    private static final Set<String> FREE =
            Set.of("--concurrency", "--java-options", "--mode", "--passes", "--warmup");

    private static void insistOnAnExperiment(Contender contender, RunOptions all)
            throws UsageException {
        for (String name : RunOptions.named(contender.words())) {
            if (!FREE.contains(name)) {
                throw new UsageException(
                        "--option cannot vary %s, only %s; what holds for both sides goes after --"
                                .formatted(
                                        name, String.join(", ", FREE.stream().sorted().toList())));
            }
        }
        if (all.amount.forks == 0) {
            throw new UsageException(
                    "--forks=0 measures in this JVM, and each side has JVMs of its own; leave it out");
        }
        if (all.explanation.diagnose
                || all.amount.resume.isPresent()
                || all.output.format != OutputFormat.TABLE) {
            throw new UsageException(
                    "--diagnose, --format and --resume after -- are for weft run, which has one side; compare has a --format of its own, before --");
        }
        if (all.work.files.stream().anyMatch(FileCount::timesConcurrency)) {
            throw new UsageException(
                    "--files=20xC gives the sides different zips, which cannot be compared; give a number");
        }
    }

    /// Measures both sides block by block, in one shuffled order.
    private int experiment(Contender before, Contender after, List<String> common)
            throws Exception {
        RunOptions shared = options(before, common);
        insistOnAnExperiment(before, shared);
        insistOnAnExperiment(after, options(after, common));
        RunFiles place = RunFiles.of(RunIds.next(clock.instant()), shared, terminal);
        ComparisonReporter told = telling(before.name(), after.name());
        return new RunSession(
                        new RunSetup(
                                telling.isTable() ? terminal : terminal.leavingOutAlone(),
                                shared,
                                spec.root().commandLine().getParseResult().originalArgs(),
                                List.of(
                                        side(ComparisonReporter.BEFORE, before, common, place),
                                        side(ComparisonReporter.AFTER, after, common, place)),
                                place,
                                new ComparisonSummaryPrinter(terminal, told, place),
                                clock))
                .run(List.of());
    }

    private ComparisonReporter telling(String before, String after) throws UsageException {
        ComparisonReporter told = new ComparisonReporter(terminal, telling, before, after);
        told.prepare();
        return told;
    }

    private Variant side(String name, Contender contender, List<String> common, RunFiles place)
            throws UsageException {
        return Variant.of(
                Optional.of(name),
                contender.build(),
                options(contender, common),
                place,
                terminal,
                clock);
    }

    private static RunOptions options(Contender contender, List<String> common) {
        List<String> all = new ArrayList<>(common);
        all.addAll(contender.words());
        return RunOptions.parsed(all);
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
        return telling(before, after).tell(change);
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
                    "%s and %s were not measured under the same conditions: %s; say --force to compare them all the same"
                            .formatted(one.name(), other.name(), named));
        }
        terminal.say("the conditions differ: " + named);
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
