package dev.weft.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ModeName;
import dev.weft.testing.Golden;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SceneTest {
    private static final Look LETTERS = new Look(true, Look.Colours.NONE);

    private final Lanes lanes = new Lanes();

    /// The first upload of each of three lanes has ended, the second one is on its way; one failed.
    SceneTest() {
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
        for (Window.Size size :
                List.of(
                        new Window.Size(60, 24),
                        new Window.Size(80, 20),
                        new Window.Size(80, 10),
                        new Window.Size(80, 9),
                        new Window.Size(120, 40))) {
            pages.append("--- %d x %d%n".formatted(size.columns(), size.rows()));
            scene().lines(size, LETTERS).forEach(line -> pages.append(line).append('\n'));
        }
        Golden.of(SceneTest.class, "scene.txt").check(pages.toString());
    }

    @Test
    void findsRoomInEveryWindow() {
        assertThat(IntStream.rangeClosed(2, 130))
                .allSatisfy(
                        side -> {
                            Window.Size size = new Window.Size(side, Math.max(8, side / 3));
                            List<String> lines = scene().lines(size, LETTERS);
                            assertThat(lines).hasSizeLessThan(size.rows());
                            assertThat(lines)
                                    .allSatisfy(
                                            line ->
                                                    assertThat(Cells.width(line))
                                                            .isLessThan(size.columns()));
                        });
    }

    @Test
    void lanesHaveTheColourOfTheirMode() {
        List<String> lines =
                scene().lines(new Window.Size(80, 24), new Look(true, Look.Colours.INDEXED));

        assertThat(lines).anySatisfy(line -> assertThat(line).startsWith("  1 \033[38;5;25m█"));
    }

    @Test
    void withoutThePictureTheTimesAreLeft() {
        assertThat(scene().withoutPicture().lines(new Window.Size(80, 24), LETTERS)).hasSize(6);
    }

    private Scene scene() {
        return new Scene(
                "60 files, one after another and 3 at once",
                List.of(
                        new Scene.Bar(ModeName.SEQUENTIAL, Duration.ofSeconds(10), "10.0 s"),
                        new Scene.Bar(ModeName.THREADS, Duration.ofMillis(600), "3 of 60"),
                        new Scene.Bar(ModeName.ASYNC, Duration.ZERO, "warming up"),
                        new Scene.Bar(ModeName.VIRTUAL, Duration.ZERO, "")),
                Duration.ofSeconds(9),
                Optional.of(
                        new Scene.Picture(
                                ModeName.THREADS,
                                lanes.now(),
                                Duration.ofMillis(600),
                                Duration.ofMillis(1_000))));
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
