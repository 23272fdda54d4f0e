package dev.weft.cli;

import dev.weft.plan.WarmupPolicy;
import dev.weft.session.RunIds;
import dev.weft.session.RunRequest;
import dev.weft.session.UsageException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Options of the amount of measurement: repetitions, passes, warm-up, time budget.
final class AmountOptions {
    /// Number of blocks that detects a difference of 10% between modes whose trials vary by 10%.
    private static final int VERDICT_REPETITIONS = 8;

    /// Number of blocks for several cases. A sweep shows the shape of a curve, which needs fewer
    /// blocks.
    private static final int FEW_REPETITIONS = 3;

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
                    "repeat often enough for a verdict on each pair of modes (default with one zip and one concurrency)")
    Optional<Boolean> verdict = Optional.empty();

    @PerVariant
    @Option(
            names = "--passes",
            defaultValue = "10",
            paramLabel = "NUMBER",
            description =
                    "warm passes of each zip in a trial (default: ${DEFAULT-VALUE}; sequential: 1)")
    int passes;

    @PerVariant
    @Option(
            names = "--warmup",
            defaultValue = "steady",
            paramLabel = "steady|UPLOADS",
            converter = Converters.OfWarmup.class,
            description =
                    "uploads before the warm passes: until the JVM is steady, or a fixed number (default: ${DEFAULT-VALUE})")
    WarmupPolicy warmup = WarmupPolicy.Steady.STANDARD;

    @Option(names = "--cold", description = "cold passes only: a JVM for each zip")
    boolean cold;

    @OnResume
    @Option(
            names = "--time-budget",
            paramLabel = "TIME",
            converter = Converters.OfDuration.class,
            description =
                    "begin no further trial of each mode that would not end in time, such as 10m")
    Optional<Duration> timeBudget = Optional.empty();

    @OnResume
    @Option(
            names = "--dry-run",
            description = "show the trials and about how long they take, and send nothing")
    boolean dryRun;

    @OnResume
    @Option(
            names = "--resume",
            paramLabel = RunIds.LABEL,
            description =
                    "resume a run that was interrupted or reached its time budget; complete passes are not repeated")
    Optional<String> resume = Optional.empty();

    @Option(
            names = "--forks",
            defaultValue = "1",
            paramLabel = "0|1",
            description =
                    "1: each trial in a JVM of its own; 0: all in weft's (default: ${DEFAULT-VALUE})")
    int forks;

    @PerVariant
    @Option(
            names = "--java-options",
            paramLabel = "OPTIONS",
            description = "of the JVMs of trials, such as -Xmx64m (WEFT_JAVA_OPTS)")
    Optional<String> javaOptions = Optional.empty();

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "NUMBER",
            description = "of the order of trials and of weft's zips (default: ${DEFAULT-VALUE})")
    long seed;

    /// Checks the options. Each error names the option and its range.
    ///
    /// @param oneCase whether the run has one zip, one concurrency and several concurrent modes
    /// @param variables environment variables
    RunRequest.Amount checked(boolean oneCase, Map<String, String> variables)
            throws UsageException {
        if (repetitions.isPresent()) {
            UsageException.requireAtLeast("--repetitions", repetitions.get(), 1);
        }
        UsageException.requireAtLeast("--passes", passes, 1);
        if (forks != 0 && forks != 1) {
            throw new UsageException("--forks is %d; it is 0 or 1".formatted(forks));
        }
        return new RunRequest.Amount(
                repetitions.orElse(
                        verdict.orElse(oneCase && !cold) ? VERDICT_REPETITIONS : FEW_REPETITIONS),
                passes,
                warmup,
                cold,
                forks == 1,
                javaOptions(variables),
                seed,
                timeBudget,
                dryRun);
    }

    /// Returns the options of the command line, or else those of the environment.
    private List<String> javaOptions(Map<String, String> variables) throws UsageException {
        String text = javaOptions.orElse(variables.getOrDefault("WEFT_JAVA_OPTS", "")).strip();
        if (!text.isEmpty() && forks == 0) {
            throw new UsageException(
                    "%s is for the JVMs of trials, and --forks=0 measures in weft's own; leave one of them out"
                            .formatted(
                                    javaOptions.isPresent() ? "--java-options" : "WEFT_JAVA_OPTS"));
        }
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }
}
