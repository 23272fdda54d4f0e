package dev.weft.cli;

import dev.weft.plan.WarmupPolicy;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/// How much a run measures.
final class AmountOptions {
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
            names = "--passes",
            defaultValue = "10",
            paramLabel = "NUMBER",
            description =
                    "warm passes of each zip in a trial (default: ${DEFAULT-VALUE}; sequential: 1)")
    int passes;

    @Option(
            names = "--warmup",
            defaultValue = "steady",
            paramLabel = "steady|UPLOADS",
            converter = WarmupConverter.class,
            description =
                    "uploads before the warm passes: until the JVM is steady, or a fixed number (default: ${DEFAULT-VALUE})")
    WarmupPolicy warmup = WarmupPolicy.Steady.STANDARD;

    @Option(names = "--cold", description = "cold passes only: a JVM for each zip")
    boolean cold;

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
            names = "--resume",
            paramLabel = RunIds.LABEL,
            description =
                    "go on with a run that was interrupted or ran out of its time, and repeat nothing")
    Optional<String> resume = Optional.empty();

    @Option(
            names = "--forks",
            defaultValue = "1",
            paramLabel = "0|1",
            description =
                    "1: each trial in a JVM of its own; 0: all in weft's (default: ${DEFAULT-VALUE})")
    int forks;

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
}
