package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.plan.PlannedTrial;
import dev.weft.record.ItemRow;
import dev.weft.record.PassRow;
import dev.weft.screen.DemoFrame;
import dev.weft.screen.Terminal;
import dev.weft.screen.TerminalFeatures;
import dev.weft.screen.TerminalWindow;
import dev.weft.session.ExitCode;
import dev.weft.testing.FakeTicker;
import dev.weft.testing.Golden;
import dev.weft.testing.Passes;
import dev.weft.testing.Processes;
import dev.weft.testing.ScriptedTrials;
import dev.weft.testing.Specs;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    private static final DemoDesign DESIGN = new DemoDesign(8, Duration.ofMillis(150));

    @TempDir Path folder;

    @Test
    void whereNobodyWatchesItPrintsTheTableAndOneSentence() throws IOException {
        List<Path> before = leftovers();

        Invocation demo =
                Invocation.in(
                        folder,
                        Map.of("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9", "WEFT_BUCKET", "mine"),
                        "demo",
                        "--latency=2ms");

        assertThat(demo.exitCode()).as(demo.err()).isEqualTo(ExitCode.OK);
        assertThat(demo.out()).contains("sequential", "threads", "async", "virtual", "speed-up");
        assertThat(demo.out().lines().toList().getLast())
                .startsWith("With 8 at once the 60 files took ");
        assertThat(demo.err().lines())
                .containsExactly(
                        "weft: 60 files, one after another and 8 at once; an upload takes the server 2 ms");
        assertThat(folder).isEmptyDirectory();
        assertThat(leftovers()).isEqualTo(before);
    }

    @Test
    void aServerThatIsLostIsNamedAndIsNoSuccess() throws IOException {
        Set<Long> others = Processes.ofOurs();
        List<Path> before = leftovers();
        Thread.ofPlatform().daemon().start(() -> endServer(others, before));

        Invocation demo = Invocation.in(folder, "demo", "--latency=1s");

        assertThat(demo.exitCode()).as(demo.out()).isEqualTo(ExitCode.FAILED);
        assertThat(demo.err()).contains("weft: the embedded server was lost: ");
        assertThat(leftovers()).isEqualTo(before);
    }

    /// Ends what is new once it is uploaded to.
    private static void endServer(Set<Long> others, List<Path> before) {
        try {
            while (leftovers().stream()
                    .filter(of -> !before.contains(of))
                    .noneMatch(of -> Files.exists(of.resolve("timings.csv")))) {
                Thread.sleep(20);
            }
            Processes.ofOurs().stream()
                    .filter(pid -> !others.contains(pid))
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .forEach(ProcessHandle::destroyForcibly);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void everyModeMakesOneWarmPassInTheOrderOfTheModes() {
        List<PlannedTrial> trials = trials();

        assertThat(trials)
                .extracting(trial -> trial.spec().mode())
                .containsExactly(ModeName.values());
        assertThat(trials)
                .allSatisfy(
                        trial ->
                                assertThat(trial.passes())
                                        .extracting(pass -> pass.phase())
                                        .containsExactly(Phase.WARMUP, Phase.WARM));
    }

    @Test
    void whatIsSeenFollowsTheUploads() throws Exception {
        FakeTicker ticker = new FakeTicker(Duration.ZERO);
        StringBuilder frames = new StringBuilder();
        try (DemoDisplay display = new DemoDisplay(unwatched(), false, DESIGN, ticker)) {
            PlannedTrial trial = trials().get(1);
            display.trialStarted(trial);
            frame("warming up", display, frames);
            display.passStarted(
                    trial,
                    trial.passes().getLast(),
                    new ScriptedTrials(
                                    (_, _) -> {
                                        throw new IllegalStateException();
                                    },
                                    _ -> {})
                            .open(trial.spec()));
            for (int index = 0; index < 8; index++) {
                display.handedOut(1, index, millis(index));
            }
            ticker.advance(Duration.ofMillis(100));
            frame("100 ms", display, frames);
            for (int index = 0; index < 8; index++) {
                display.ended(ended(index, 155L + index, index == 2));
                display.handedOut(1, 8 + index, millis(160L + index));
            }
            ticker.advance(Duration.ofMillis(200));
            frame("300 ms", display, frames);
            display.passRecorded(Passes.of(ModeName.THREADS).wall(Duration.ofMillis(1_280)).row());
            frame("recorded", display, frames);
        }
        Golden.of(DemoTest.class, "demo-frames.txt").check(frames.toString());
    }

    @Test
    void aPassThatWasLostHasNoTime() {
        PassRow row = Passes.of(ModeName.THREADS).failed().row();
        try (DemoDisplay display =
                new DemoDisplay(unwatched(), false, DESIGN, new FakeTicker(Duration.ZERO))) {
            display.passRecorded(
                    new PassRow(
                            row.place(),
                            row.setting(),
                            row.ending(),
                            Optional.empty(),
                            row.contract(),
                            row.software(),
                            row.reference()));

            assertThat(display.scene().bars())
                    .contains(new DemoFrame.Bar(ModeName.THREADS, Duration.ZERO, "failed"));
        }
    }

    private static void frame(String name, DemoDisplay display, StringBuilder frames) {
        frames.append("--- ").append(name).append('\n');
        display.scene()
                .lines(
                        new TerminalWindow.Size(80, 20),
                        new TerminalFeatures(true, TerminalFeatures.Colours.NONE))
                .forEach(line -> frames.append(line.stripTrailing()).append('\n'));
    }

    private List<PlannedTrial> trials() {
        return DESIGN.trials("r1", Specs.nowhere(), folder.resolve("demo.zip"), 16_384, folder);
    }

    private static ItemRow ended(int index, long millis, boolean failed) {
        return new ItemRow(
                "trial",
                2,
                index,
                "file-" + index,
                16_384,
                OptionalLong.empty(),
                millis(index),
                OptionalLong.of(millis(index)),
                millis(millis),
                1,
                OptionalInt.of(0),
                OptionalLong.empty(),
                failed ? Optional.of("SlowDown") : Optional.empty());
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }

    private Terminal unwatched() {
        return new Terminal(
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                InputStream.nullInputStream(),
                Map.of(),
                folder,
                false,
                false);
    }

    private static List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(
                            file ->
                                    file.getFileName()
                                            .toString()
                                            .startsWith(DemoCommand.folderName()))
                    .sorted()
                    .toList();
        }
    }
}
