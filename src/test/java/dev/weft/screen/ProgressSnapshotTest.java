package dev.weft.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ModeName;
import dev.weft.testing.Golden;
import dev.weft.text.TextWidth;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressSnapshotTest {
    private static final TerminalFeatures LETTERS =
            new TerminalFeatures(true, TerminalFeatures.Colours.NONE);

    private static final ProgressSnapshot USUAL =
            standing(
                    new ProgressSnapshot.Whole(7, 32, 0.226, Duration.ofSeconds(250)),
                    step("312 of 500", 0.624, 1_204, 38_100_000, 0, Duration.ofMillis(900)));

    private static final ProgressSnapshot LARGE =
            standing(
                    new ProgressSnapshot.Whole(117, 320, 0.999, Duration.ofHours(3)),
                    step(
                            "399,999 of 400,000",
                            0.9999,
                            12_345,
                            1_038_000_000L,
                            1_234,
                            Duration.ofMinutes(72)));

    @Test
    void saysOnOneLookWhatIsMeasuredAgainstWhatAndHowFarItIs() throws Exception {
        StringBuilder pages = new StringBuilder();
        for (int cells : List.of(59, 79, 119, 199)) {
            for (ProgressSnapshot standing : List.of(USUAL, LARGE)) {
                pages.append("--- ").append(cells).append('\n');
                standing.lines(cells, LETTERS).forEach(line -> pages.append(line).append('\n'));
            }
        }
        Golden.of(ProgressSnapshotTest.class, "standing.txt").check(pages.toString());
    }

    @Test
    void noLineIsWiderThanThereIsRoom() {
        assertThat(IntStream.rangeClosed(1, 200))
                .allSatisfy(
                        cells ->
                                assertThat(List.of(USUAL, LARGE, nothingKnown(), oddName()))
                                        .allSatisfy(
                                                standing ->
                                                        assertThat(standing.lines(cells, LETTERS))
                                                                .allSatisfy(
                                                                        line ->
                                                                                assertThat(
                                                                                                TextWidth
                                                                                                        .width(
                                                                                                                line))
                                                                                        .isBetween(
                                                                                                1,
                                                                                                cells))));
    }

    @Test
    void failuresStayWhereThereIsNoRoomForThePercentile() {
        assertThat(LARGE.lines(70, LETTERS).getLast()).contains("1,234 failed");
        assertThat(LARGE.lines(70, LETTERS).getLast()).doesNotContain("p99");
    }

    @Test
    void onlyTheBarAndTheNameHaveTheColourOfTheMode() {
        TerminalFeatures colours = new TerminalFeatures(true, TerminalFeatures.Colours.TRUE);

        assertThat(USUAL.lines(79, colours).getFirst())
                .startsWith("\033[38;2;213;94;0masync\033[0m, 500x100KiB.zip");
        assertThat(USUAL.lines(79, colours).getLast()).contains("\033[38;2;213;94;0m█");
        assertThat(USUAL.lines(79, colours))
                .extracting(line -> line.replaceAll("\033\\[[0-9;]*m", ""))
                .isEqualTo(USUAL.lines(79, LETTERS));
    }

    @Test
    void whereTheTerminalShowsNothingElseBarsAreAscii() {
        assertThat(USUAL.lines(79, TerminalFeatures.PLAIN))
                .allSatisfy(line -> assertThat(line).matches("\\p{ASCII}+"))
                .anySatisfy(line -> assertThat(line).contains("####"));
    }

    @Test
    void aLogGetsTheSameInOneLine() {
        assertThat(USUAL.sentence())
                .isEqualTo(
                        "trial 7 of 32: async, 500x100KiB.zip, 64 at once, warm 2 of 3, 312 of 500, 1,204/s, p99 38.1 ms, 0 failed, 1 s left; 23% of the run done, about 4 min 10 s left");
    }

    @Test
    void betweenPassesNothingIsSaidOfOne() {
        ProgressSnapshot between =
                new ProgressSnapshot(
                        ModeName.ASYNC, "async", "here", USUAL.whole(), Optional.empty());

        assertThat(between.lines(79, LETTERS)).hasSize(2);
        assertThat(between.sentence())
                .isEqualTo("trial 7 of 32: async; 23% of the run done, about 4 min 10 s left");
    }

    private static ProgressSnapshot standing(
            ProgressSnapshot.Whole whole, ProgressSnapshot.Step step) {
        return new ProgressSnapshot(
                ModeName.ASYNC,
                "async, 500x100KiB.zip, 64 at once",
                "an embedded S3 server (20 ms an upload)",
                Optional.of(whole),
                Optional.of(step));
    }

    private static ProgressSnapshot nothingKnown() {
        return new ProgressSnapshot(
                ModeName.SEQUENTIAL,
                "sequential",
                "here",
                Optional.empty(),
                Optional.of(
                        new ProgressSnapshot.Step(
                                "cold",
                                0,
                                "0 of 1",
                                OptionalDouble.empty(),
                                OptionalLong.empty(),
                                0,
                                Optional.empty())));
    }

    private static ProgressSnapshot oddName() {
        return new ProgressSnapshot(
                ModeName.THREADS,
                "threads, 日本語の写真.zip\n\033[2J, 64 at once",
                "there",
                USUAL.whole(),
                USUAL.step());
    }

    private static ProgressSnapshot.Step step(
            String count, double share, double rate, long p99, long failed, Duration left) {
        return new ProgressSnapshot.Step(
                "warm 2 of 3",
                share,
                count,
                OptionalDouble.of(rate),
                OptionalLong.of(p99),
                failed,
                Optional.of(left));
    }
}
