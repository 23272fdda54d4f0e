package dev.weft.cli;

import dev.weft.analysis.PresentChoice;
import dev.weft.archive.FileContent;
import dev.weft.plan.ByteSize;
import dev.weft.plan.UnzipLimits;
import dev.weft.plan.VerifyLevel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// The options of `run` as picocli fills them in. [RunRequest] is what becomes of them.
final class RunOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--mode",
            split = ",",
            defaultValue = "all",
            paramLabel = "MODE",
            completionCandidates = Choices.Modes.class,
            description = "sequential, threads, async, virtual, a list of these, or all (default)")
    List<String> modes = List.of();

    @Option(
            names = "--workload",
            completionCandidates = Choices.Workloads.class,
            defaultValue = "upload",
            paramLabel = "NAME",
            description = "what is done with each file: upload (default)")
    String workload = "upload";

    @Option(
            names = "--zip",
            split = ",",
            paramLabel = "FILE",
            description = "your own zip, or a list of them")
    List<Path> zips = List.of();

    @Option(
            names = "--max-ratio",
            defaultValue = "1000",
            paramLabel = "NUMBER",
            description =
                    "refuse a zip of which a file, or all together, has more times its size in the zip (default: ${DEFAULT-VALUE})")
    long maxRatio = UnzipLimits.STANDARD.ratio();

    @Option(
            names = "--max-unzipped",
            defaultValue = "1TiB",
            paramLabel = "SIZE",
            converter = ByteSizeConverter.class,
            description =
                    "refuse a zip whose files are larger together (default: ${DEFAULT-VALUE})")
    ByteSize maxUnzipped = new ByteSize(UnzipLimits.STANDARD.bytes());

    @Option(
            names = "--files",
            split = ",",
            paramLabel = "NUMBER",
            converter = FileCount.Converter.class,
            description =
                    "files in a zip that weft makes, or a list; 20xC: 20 for each upload open at once (default: 500)")
    List<FileCount> files = List.of();

    @Option(
            names = "--file-size",
            paramLabel = "SIZE",
            converter = ByteSizeConverter.class,
            description = "size of each, such as 512, 4KiB or 1MiB (default: 100KiB)")
    Optional<ByteSize> fileSize = Optional.empty();

    @Option(
            names = "--content",
            paramLabel = "KIND",
            converter = ContentConverter.class,
            completionCandidates = ContentConverter.class,
            description = "what weft's zips hold: random (default) or text")
    Optional<FileContent> content = Optional.empty();

    @Option(
            names = "--concurrency",
            split = ",",
            defaultValue = "64",
            paramLabel = "NUMBER",
            description = "uploads open at once, or a list (default: ${DEFAULT-VALUE})")
    List<Integer> concurrencies = List.of();

    @Option(
            names = "--repetitions",
            paramLabel = "NUMBER",
            description =
                    "trials of each mode, each in a fresh JVM; sequential: a third (default: 8 for a verdict, otherwise 3)")
    Optional<Integer> repetitions = Optional.empty();

    @Option(
            names = "--verdict",
            negatable = true,
            description =
                    "repeat often enough to tell the modes apart (default: where one zip is measured at one concurrency)")
    Optional<Boolean> verdict = Optional.empty();

    @Option(
            names = "--time-budget",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "begin no further trial of each mode that would not end in time, such as 10m")
    Optional<Duration> timeBudget = Optional.empty();

    @Option(
            names = "--dry-run",
            description = "show the trials and about how long they take, and send nothing")
    boolean dryRun;

    @Option(
            names = "--passes",
            defaultValue = "3",
            paramLabel = "NUMBER",
            description =
                    "warm passes of each zip in a trial (default: ${DEFAULT-VALUE}; sequential: 1)")
    int passes;

    @Option(
            names = "--warmup",
            defaultValue = "5000",
            paramLabel = "UPLOADS",
            description =
                    "uploads before the warm passes, at most 10 s of them (default: ${DEFAULT-VALUE})")
    int warmupUploads;

    @Option(
            names = "--calibrate",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description =
                    "measure first what server, network and zip allow, to tell the ideal (default); --no-calibrate leaves it out")
    boolean calibrate;

    @Option(
            names = "--rate-limit",
            paramLabel = "NUMBER",
            description =
                    "uploads a second that the server allows, where you know it: bounds the ideal")
    Optional<Double> rateLimit = Optional.empty();

    @Option(
            names = "--present",
            paramLabel = "MODE[:NUMBER]",
            converter = PresentChoiceConverter.class,
            completionCandidates = Choices.Mode.class,
            description =
                    "what you use today, such as threads:16: what the advice is held against (default: sequential)")
    Optional<PresentChoice> present = Optional.empty();

    @Option(
            names = "--resume",
            paramLabel = CompletionScript.RUN_ID,
            description =
                    "go on with a run that was interrupted or ran out of its time, and repeat nothing")
    Optional<String> resume = Optional.empty();

    @Option(
            names = "--java-options",
            paramLabel = "OPTIONS",
            description = "of the JVMs of trials, such as -Xmx64m (WEFT_JAVA_OPTS)")
    Optional<String> javaOptions = Optional.empty();

    @Option(names = "--cold", description = "cold passes only: a JVM for each zip")
    boolean cold;

    @Option(
            names = "--forks",
            defaultValue = "1",
            paramLabel = "0|1",
            description =
                    "1: each trial in a JVM of its own; 0: all in weft's (default: ${DEFAULT-VALUE})")
    int forks;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "NUMBER",
            description = "of the order of trials and of weft's zips (default: ${DEFAULT-VALUE})")
    long seed;

    @Mixin TargetOptions target = new TargetOptions();

    @Mixin FaultOptions faults = new FaultOptions();

    @Mixin EnduranceOptions endurance = new EnduranceOptions();

    @Option(names = "--yes", description = "send requests to a server elsewhere without asking")
    boolean yes;

    @Option(
            names = "--max-requests",
            paramLabel = "NUMBER",
            description = "refuse to begin where more requests would be sent")
    Optional<Long> maxRequests = Optional.empty();

    @Option(
            names = "--max-cost",
            paramLabel = "DOLLARS",
            description =
                    "refuse to begin where the requests would cost more at Amazon S3, such as 0.50")
    Optional<Double> maxCost = Optional.empty();

    @Option(
            names = "--allow-locked",
            description =
                    "upload also to a bucket whose Object Lock keeps what is uploaded from being deleted")
    boolean allowLocked;

    @Option(
            names = "--csv",
            defaultValue = "benchmark/results.csv",
            paramLabel = "FILE",
            description = "gets a row for each pass (default: ${DEFAULT-VALUE})")
    Path csv = Path.of("");

    @Option(
            names = "--timings-csv",
            paramLabel = "FILE",
            description = "gets a row for each upload (default: benchmark/runs/<run>/timings.csv)")
    Optional<Path> timings = Optional.empty();

    @Option(
            names = "--diagnose",
            description =
                    "one more trial of each mode under the flight recorder, to see why; its times are no results")
    boolean diagnose;

    @Option(
            names = "--verify",
            defaultValue = "checksum",
            paramLabel = "LEVEL",
            converter = VerifyLevelConverter.class,
            completionCandidates = VerifyLevelConverter.class,
            description =
                    "how closely the bucket is read back after each pass: none, list (names and sizes), checksum (default), or content (every object is got)")
    VerifyLevel verify = VerifyLevel.CHECKSUM;

    @Option(names = "--keep-objects", description = "leave what was uploaded in the bucket")
    boolean keepObjects;

    @Option(
            names = "--format",
            defaultValue = "table",
            paramLabel = "FORMAT",
            converter = OutputFormat.Converter.class,
            completionCandidates = OutputFormat.Converter.class,
            description =
                    "what goes to standard output: table (default), json, csv or markdown; all else goes to standard error then")
    OutputFormat format = OutputFormat.TABLE;

    @Option(names = "--quiet", description = "no progress, only the table")
    boolean quiet;

    /// Where rows go unless somebody names another file.
    static final Path CSV = Path.of("benchmark", "results.csv");

    /// How long a warm-up may take.
    static final Duration WARMUP_TIME = Duration.ofSeconds(10);

    /// Reads words as the options of `run`.
    static RunOptions parsed(List<String> words) {
        RunOptions options = new RunOptions();
        parse(words, options);
        return options;
    }

    /// The names of the options that words give.
    static Set<String> named(List<String> words) {
        return names(parse(words, new RunOptions()));
    }

    private static ParseResult parse(List<String> words, RunOptions into) {
        CommandSpec run =
                CommandSpec.create()
                        .name("weft run")
                        .addMixin("run", CommandSpec.forAnnotatedObject(into));
        return new CommandLine(run).parseArgs(words.toArray(String[]::new));
    }

    private static Set<String> names(ParseResult result) {
        return result.matchedOptions().stream()
                .map(OptionSpec::longestName)
                .collect(Collectors.toSet());
    }

    /// The names of the options that were given.
    Set<String> named() {
        return names(command.commandLine().getParseResult());
    }

    /// The arguments of weft as they were given.
    List<String> commandLine() {
        return command.root().commandLine().getParseResult().originalArgs();
    }
}
