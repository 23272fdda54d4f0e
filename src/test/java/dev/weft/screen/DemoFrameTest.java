package dev.weft.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ModeName;
import dev.weft.testing.Golden;
import dev.weft.text.TextWidth;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemoFrameTest {
    private static final TerminalFeatures LETTERS =
            new TerminalFeatures(true, TerminalFeatures.Colours.NONE);

    private final UploadLanes lanes = new UploadLanes();

    /// The first upload of each of three lanes has ended, the second one is on its way; one failed.
    DemoFrameTest() {
        for (int index = 0; index < 3; index++) {
            lanes.begun(index, millis(10L * index));
        }
        for (int index = 0; index < 3; index++) {
            lanes.ended(index, millis(400 + 10L * index), index == 1);
            lanes.begun(index + 3, millis(420 + 10L * index));
        }
    }

    @Test
    void showsTheTimesOnOneScaleAndEveryUploadInItsLane() throws Exception {
        StringBuilder pages = new StringBuilder();
        for (TerminalWindow.Size size :
                List.of(
                        new TerminalWindow.Size(60, 24),
                        new TerminalWindow.Size(80, 20),
                        new TerminalWindow.Size(80, 10),
                        new TerminalWindow.Size(80, 9),
                        new TerminalWindow.Size(120, 40))) {
            pages.append("--- %d x %d%n".formatted(size.columns(), size.rows()));
            scene().lines(size, LETTERS).forEach(line -> pages.append(line).append('\n'));
        }
        Golden.of(DemoFrameTest.class, "scene.txt").check(pages.toString());
    }

    @Test
    void findsRoomInEveryWindow() {
        assertThat(IntStream.rangeClosed(2, 130))
                .allSatisfy(
                        side -> {
                            TerminalWindow.Size size =
                                    new TerminalWindow.Size(side, Math.max(8, side / 3));
                            List<String> lines = scene().lines(size, LETTERS);
                            assertThat(lines).hasSizeLessThan(size.rows());
                            assertThat(lines)
                                    .allSatisfy(
                                            line ->
                                                    assertThat(TextWidth.width(line))
                                                            .isLessThan(size.columns()));
                        });
    }

    @Test
    void lanesHaveTheColourOfTheirMode() {
        List<String> lines =
                scene().lines(
                                new TerminalWindow.Size(80, 24),
                                new TerminalFeatures(true, TerminalFeatures.Colours.INDEXED));

        assertThat(lines).anySatisfy(line -> assertThat(line).startsWith("  1 \033[38;5;25m█"));
    }

    @Test
    void withoutThePictureTheTimesAreLeft() {
        assertThat(scene().withoutPicture().lines(new TerminalWindow.Size(80, 24), LETTERS))
                .hasSize(6);
    }

    private DemoFrame scene() {
        return new DemoFrame(
                "60 files, one after another and 3 at once",
                List.of(
                        new DemoFrame.Bar(ModeName.SEQUENTIAL, Duration.ofSeconds(10), "10.0 s"),
                        new DemoFrame.Bar(ModeName.THREADS, Duration.ofMillis(600), "3 of 60"),
                        new DemoFrame.Bar(ModeName.ASYNC, Duration.ZERO, "warming up"),
                        new DemoFrame.Bar(ModeName.VIRTUAL, Duration.ZERO, "")),
                Duration.ofSeconds(9),
                Optional.of(
                        new DemoFrame.Picture(
                                ModeName.THREADS,
                                lanes.now(),
                                Duration.ofMillis(600),
                                Duration.ofMillis(1_000))));
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
