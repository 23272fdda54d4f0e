package dev.weft.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.weft.plan.AbortLimits;
import dev.weft.plan.Credentials;
import dev.weft.plan.ModeName;
import dev.weft.plan.PassSpec;
import dev.weft.plan.Phase;
import dev.weft.plan.Target;
import dev.weft.plan.TrialSpec;
import dev.weft.plan.UnzipLimits;
import dev.weft.record.ItemCounts;
import dev.weft.record.PassResult;
import dev.weft.record.PassStatus;
import dev.weft.run.Progress;
import dev.weft.run.Trial;
import dev.weft.run.TrialException;
import dev.weft.testing.Jvm;
import dev.weft.testing.PassResults;
import dev.weft.testing.Processes;
import dev.weft.testing.Specs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ForkedTrialTest {
    private static final Path ZIP = Path.of("/zips/a.zip");
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir private Path logs;

    @Test
    void passesGoToTheChildAndResultsComeBack() throws Exception {
        try (Trial trial = open(Children.Obedient.class)) {
            assertThat(trial.progress()).isEqualTo(Progress.NONE);
            assertThat(trial.run(Specs.cold(ZIP))).isEqualTo(PassResults.stored(1));
            assertThat(trial.progress()).isEqualTo(new Progress(1, 1));
            assertThat(trial.run(Specs.warm(2, ZIP))).isEqualTo(PassResults.stored(2));
        }
        assertThat(logs).as("a child that says nothing leaves no log").isEmptyDirectory();
    }

    @Test
    void aStopReachesTheChildWhileItRuns() throws Exception {
        try (Trial trial = open(Children.Obedient.class)) {
            Thread.ofVirtual()
                    .start(
                            () -> {
                                while (trial.progress().done() < 2) {
                                    Thread.onSpinWait();
                                }
                                trial.stop("SIGINT");
                            });
            PassResult result = trial.run(held());
            assertThat(result).isEqualTo(PassResults.stopped(new ItemCounts(1, 1, 1), "SIGINT"));
        }
    }

    @Test
    void aChildThatDiesLeavesItsLastWords() throws Exception {
        try (Trial trial = open(Children.DeadOnArrival.class)) {
            assertThatThrownBy(() -> trial.run(Specs.cold(ZIP)))
                    .isInstanceOf(TrialException.class)
                    .hasMessage("its JVM ended with exit code 3: two | three | out of luck");
        }
        assertThat(logs.resolve("trial.log")).content().contains("out of luck");
    }

    @Test
    void aChildThatDiesWithoutAWordLeavesItsExitCode() throws Exception {
        try (Trial trial = open(Children.Mortal.class)) {
            assertThatThrownBy(() -> trial.run(Specs.cold(ZIP)))
                    .hasMessage("its JVM ended with exit code 7");
        }
    }

    @Test
    void aChildWhoseHeapIsFullSaysWhatToChange() throws Exception {
        ForkedTrials trials =
                new ForkedTrials(
                        Children.Greedy.class, List.of("-Xmx16m"), logs, InstantSource.system());
        try (Trial trial = trials.open(Specs.trial(ModeName.ASYNC, 1, Specs.nowhere()))) {
            assertThatThrownBy(() -> trial.run(Specs.cold(ZIP)))
                    .isInstanceOf(TrialException.class)
                    .hasMessage(
                            "its JVM ran out of memory (Java heap space); lower --concurrency, or raise -Xmx with --java-options");
        }
    }

    @Test
    void aChildThatTalksNonsenseIsEnded() throws Exception {
        try (Trial trial = open(Children.Talkative.class)) {
            assertThatThrownBy(() -> trial.run(Specs.cold(ZIP)))
                    .isInstanceOf(TrialException.class)
                    .hasMessage("it sent something else than a message: Hello!");
        }
    }

    @Test
    void aJvmThatDoesNotStartSaysWhy() throws Exception {
        ForkedTrials trials =
                new ForkedTrials(
                        Children.Obedient.class,
                        List.of("-XX:NoSuchOption"),
                        logs,
                        InstantSource.system(),
                        new ChildTimeouts(LONG, LONG, LONG));
        try (Trial trial = trials.open(Specs.trial(ModeName.ASYNC, 1, Specs.nowhere()))) {
            assertThatThrownBy(() -> trial.run(Specs.cold(ZIP)))
                    .hasMessageStartingWith("its JVM ended with exit code 1")
                    .hasMessageContaining("NoSuchOption");
        }
    }

    @Test
    void aTrialThatBrokeIsOverBeforeItsObjectsAreDeleted() throws Exception {
        try (Trial trial = open(Children.Broken.class)) {
            TrialException broke =
                    catchThrowableOfType(TrialException.class, () -> trial.run(Specs.cold(ZIP)));
            assertThat(broke.getMessage()).startsWith("pid ");
            long pid = Long.parseLong(String.valueOf(broke.getMessage()).substring(4));
            assertThat(Processes.isAlive(pid)).isFalse();
        }
    }

    @Test
    void aChildThatDoesNotStopIsEnded() throws Exception {
        try (Trial trial = open(Children.Stubborn.class, new ChildTimeouts(SHORT, LONG, LONG))) {
            trial.stop("SIGINT");
            assertThatThrownBy(() -> trial.run(Specs.cold(ZIP)))
                    .isInstanceOf(TrialException.class)
                    .hasMessage("it did not stop within 0 s");
        }
    }

    @Test
    void aChildThatHangsIsEnded() throws Exception {
        Set<Long> before = Processes.ofOurs();
        ForkedTrials trials =
                new ForkedTrials(
                        Children.Stubborn.class,
                        Jvm.SHORT_LIVED,
                        logs,
                        InstantSource.system(),
                        new ChildTimeouts(LONG, LONG, SHORT));
        TrialSpec usual = Specs.trial(ModeName.ASYNC, 1, Specs.nowhere());
        TrialSpec hasty =
                new TrialSpec(
                        usual.runId(),
                        usual.trialId(),
                        usual.side(),
                        usual.mode(),
                        usual.concurrency(),
                        usual.contract(),
                        new AbortLimits(1, SHORT),
                        usual.target(),
                        usual.timings());
        try (Trial trial = trials.open(hasty)) {
            assertThatThrownBy(() -> trial.run(Specs.cold(ZIP)))
                    .isInstanceOf(TrialException.class)
                    .hasMessage("it sent nothing for 0 s and was ended")
                    .extracting(e -> ((TrialException) e).status())
                    .isEqualTo(PassStatus.TIMED_OUT);
            assertThat(Processes.ofOurs()).isEqualTo(before);
        }
    }

    @Test
    void aChildThatDoesNotEndIsEnded() throws Exception {
        Set<Long> before = Processes.ofOurs();
        Trial trial = open(Children.Stubborn.class, new ChildTimeouts(LONG, SHORT, LONG));
        assertThat(Processes.ofOurs()).hasSize(before.size() + 1);
        trial.close();
        assertThat(Processes.ofOurs()).isEqualTo(before);
    }

    @Test
    void aChildWithKeysOfItsOwnSeesNoneOfTheEnvironment() throws Exception {
        assertThat(variablesSeen(Specs.nowhere())).isEqualTo("[]");
    }

    @Test
    void aChildThatLooksForKeysSeesTheEnvironment() throws Exception {
        Target chain =
                new Target(
                        Target.Kind.CONFIGURED,
                        Optional.empty(),
                        "us-east-1",
                        "bucket",
                        false,
                        new Credentials.Chain(Optional.empty()),
                        Optional.empty());
        assertThat(variablesSeen(chain)).contains("AWS_CONFIG_FILE");
    }

    @Test
    void logsAreMadeWhereThereIsNoFolder() throws Exception {
        Path folder = logs.resolve("not/yet");
        ForkedTrials trials =
                new ForkedTrials(
                        Children.DeadOnArrival.class, List.of(), folder, InstantSource.system());
        try (Trial trial = trials.open(Specs.trial(ModeName.ASYNC, 1, Specs.nowhere()))) {
            assertThatThrownBy(() -> trial.run(Specs.cold(ZIP))).isInstanceOf(TrialException.class);
        }
        assertThat(folder.resolve("trial.log")).exists();
    }

    @Test
    void noJvmIsStartedWhereItsLogCannotBe() throws Exception {
        Path file = Files.createFile(logs.resolve("file"));
        ForkedTrials trials =
                new ForkedTrials(Children.Obedient.class, List.of(), file, InstantSource.system());
        assertThatThrownBy(() -> trials.open(Specs.trial(ModeName.ASYNC, 1, Specs.nowhere())))
                .isInstanceOf(TrialException.class)
                .hasMessageStartingWith("no JVM could be started: ");
    }

    private String variablesSeen(Target target) throws Exception {
        ForkedTrials trials =
                new ForkedTrials(Children.Watchful.class, List.of(), logs, InstantSource.system());
        try (Trial trial = trials.open(Specs.trial(ModeName.ASYNC, 1, target))) {
            TrialException told =
                    catchThrowableOfType(TrialException.class, () -> trial.run(Specs.cold(ZIP)));
            return String.valueOf(told.getMessage());
        }
    }

    private static PassSpec held() {
        return new PassSpec(
                1, Phase.COLD, ZIP, UnzipLimits.STANDARD, "weft/hold/", Optional.empty());
    }

    private Trial open(Class<?> main) throws TrialException {
        return open(main, new ChildTimeouts(LONG, LONG, LONG));
    }

    private Trial open(Class<?> main, ChildTimeouts patience) throws TrialException {
        return new ForkedTrials(main, Jvm.SHORT_LIVED, logs, InstantSource.system(), patience)
                .open(Specs.trial(ModeName.ASYNC, 1, Specs.nowhere()));
    }
}
