package dev.weft.plot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.analysis.FigureFormat;
import dev.weft.analysis.RepresentativePass;
import dev.weft.analysis.Weave;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.ItemRow;
import dev.weft.record.PassRow;
import dev.weft.record.TimingRow;
import dev.weft.testing.Golden;
import dev.weft.testing.MadeUpTimings;
import dev.weft.testing.Passes;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeavePlotTest {
    private static final PlotOptions SLIDE = options(1600, 900);
    private static final PlotOptions PAPER = options(800, 500);
    private static final int MEGABYTE = 1_000_000;
    private static final List<ItemRow> ITEMS = MadeUpTimings.of("t", 1, 500, 64, 1);
    private static final List<ItemRow> WELL =
            ITEMS.stream()
                    .filter(item -> item.failure().isEmpty() && item.attempts() == 1)
                    .toList();

    @Test
    void drawsTheKnownPicture() throws Exception {
        List<PassRow> rows = rows(60, 8, ModeName.values());

        Golden.of(WeavePlotTest.class, "weave.svg")
                .check(withoutLetters(svg(rows, MadeUpTimings.of(rows))));
    }

    @Test
    void drawsTheSameTwice() throws Exception {
        List<PassRow> rows = rows(60, 8, ModeName.values());
        ItemTimings timings = MadeUpTimings.of(rows);

        assertThat(picture(rows, timings, PAPER).png())
                .isEqualTo(picture(rows, timings, PAPER).png());
        assertThat(svg(rows, timings)).isEqualTo(svg(rows, timings));
    }

    @Test
    void saysWhatItLeavesOut() throws Exception {
        List<PassRow> rows = new ArrayList<>(rows(60, 8, ModeName.ASYNC));

        assertThat(picture(rows, MadeUpTimings.of(rows), SLIDE).omitted()).isEmpty();

        rows.add(Passes.of(ModeName.ASYNC).files(20).concurrency(8).row());
        rows.add(Passes.of(ModeName.ASYNC).files(60).concurrency(8).block(7).row());
        assertThat(picture(rows, MadeUpTimings.of(rows), SLIDE).omitted())
                .contains(
                        "1 pass of other sizes or concurrencies, 1 other than the typical one of its mode");
    }

    @ParameterizedTest
    @EnumSource(names = "SEQUENTIAL", mode = EnumSource.Mode.EXCLUDE)
    void drawsEveryModeInItsColour(ModeName mode) throws Exception {
        List<PassRow> rows = rows(60, 8, ModeName.SEQUENTIAL, mode);

        BufferedImage image = image(picture(rows, MadeUpTimings.of(rows), SLIDE));

        for (ModeName other : ModeName.values()) {
            if (other != ModeName.SEQUENTIAL) {
                long pixels = pixels(image, ModeStyle.of(other).color());
                assertThat(pixels > 1_000).as("%s", other).isEqualTo(other == mode);
            }
        }
    }

    @Test
    void failedAndRetriedOnesStandOutByColourAndByShape() throws Exception {
        List<PassRow> rows = rows(60, 8, ModeName.ASYNC);
        BufferedImage well = image(picture(rows, each(rows, WeavePlotTest::well), SLIDE));
        BufferedImage failed = image(picture(rows, each(rows, WeavePlotTest::failed), SLIDE));
        BufferedImage retried = image(picture(rows, each(rows, WeavePlotTest::retried), SLIDE));

        assertThat(pixels(well, TimelineBars.FAILED_COLOR)).isZero();
        assertThat(pixels(well, TimelineBars.RETRIED_COLOR)).isZero();
        assertThat(pixels(failed, TimelineBars.FAILED_COLOR)).isGreaterThan(1_000);
        assertThat(pixels(failed, Color.BLACK)).isGreaterThan(pixels(well, Color.BLACK) + 100);
        assertThat(pixels(retried, TimelineBars.RETRIED_COLOR)).isGreaterThan(1_000);
        assertThat(pixels(retried, Color.BLACK)).isGreaterThan(pixels(well, Color.BLACK) + 100);
    }

    @Test
    void theUnzipStageHasItsLaneWhereItWasTimed() throws Exception {
        List<PassRow> rows = rows(60, 8, ModeName.ASYNC);

        assertThat(svg(rows, MadeUpTimings.of(rows))).contains("rgb(119,119,119)");
        assertThat(svg(rows, each(rows, WeavePlotTest::untimed)))
                .doesNotContain("rgb(119,119,119)");
    }

    @Test
    void fiveHundredFilesInFourModesStayUnderAMegabyte() throws Exception {
        List<PassRow> rows = rows(500, 64, ModeName.values());

        assertThat(picture(rows, MadeUpTimings.of(rows), SLIDE).svg()).hasSizeLessThan(MEGABYTE);
        assertThat(picture(rows, each(rows, WeavePlotTest::retried), SLIDE).svg())
                .hasSizeLessThan(MEGABYTE);
    }

    @Test
    void drawsPicturesOfAnySizeThatIsAllowed() throws Exception {
        List<PassRow> rows = rows(100, 64, ModeName.values());
        for (int[] size : new int[][] {{300, 300}, {2_000, 300}, {300, 1_000}, {800, 500}}) {
            BufferedImage image =
                    image(picture(rows, MadeUpTimings.of(rows), options(size[0], size[1])));

            assertThat(image.getWidth()).isEqualTo(size[0]);
            assertThat(image.getHeight()).isEqualTo(size[1]);
        }
    }

    @Test
    void theAxisEndsWithTheLongestConcurrentModeWhereSequentialTakesMuchLonger() {
        ModeWeave threads = weave(ModeName.THREADS, 8);
        ModeWeave virtual = weave(ModeName.VIRTUAL, 16);

        Axis axis = WeavePlot.axis(List.of(weave(ModeName.SEQUENTIAL, 1), threads, virtual));

        assertThat(axis.end()).isEqualTo(threads.endSeconds());
    }

    @Test
    void theAxisEndsWithSequentialWhereItIsAloneOrNotMuchLonger() {
        ModeWeave sequential = weave(ModeName.SEQUENTIAL, 1);

        assertThat(WeavePlot.axis(List.of(sequential)).end()).isEqualTo(sequential.endSeconds());
        assertThat(WeavePlot.axis(List.of(sequential, weave(ModeName.ASYNC, 1))).end())
                .isEqualTo(sequential.endSeconds());
    }

    @Test
    void theAxisHasALengthEvenWhereNothingTookAny() {
        ModeWeave empty = weave(ModeName.ASYNC, List.of());

        assertThat(WeavePlot.axis(List.of(empty)).end()).isPositive();
    }

    @Test
    void theHeadingSaysWhatWasDoneAndHow() {
        Heading heading = heading(weave(ModeName.THREADS, WELL), weave(ModeName.ASYNC, WELL));

        assertThat(heading.title())
                .isEqualTo("What happens while 500 files of 100 KiB go to weft's embedded S3");
        assertThat(heading.lines())
                .containsExactly(
                        "at least 20 ms an upload \u00b7 at most 64 uploads at once \u00b7 warm passes \u00b7 of each mode the one of median wall time \u00b7 all verified",
                        "Each bar is an upload; pale: its request has not begun. Each row is a place for one at a time. Grey, on top: the unzip stage at work.");
    }

    @Test
    void saysThatSequentialIsCutOffAndHowLongItTakes() {
        ModeWeave async = weave(ModeName.ASYNC, WELL);
        ModeWeave sequential = weave(ModeName.SEQUENTIAL, MadeUpTimings.of("s", 1, 500, 1, 1));

        assertThat(heading(sequential, async).lines().getLast())
                .isEqualTo(
                        "sequential is cut off where the others end; it goes on to %s, %s as long."
                                .formatted(
                                        sequential.endText(1_000),
                                        FigureFormat.times(
                                                sequential.endSeconds() / async.endSeconds())));
        assertThat(sequential.endText(async.endSeconds()))
                .isEqualTo("\u2192 " + sequential.endText(1_000));
    }

    @Test
    void explainsTheMarksThatAreThere() {
        String all = heading(weave(ModeName.ASYNC, ITEMS)).lines().get(1);
        String none = heading(weave(ModeName.ASYNC, WELL)).lines().get(1);

        assertThat(all)
                .contains(
                        "Yellow with a ring: stored after a retry.", "Pink with a cross: failed.");
        assertThat(none).doesNotContain("ring", "cross");
    }

    @Test
    void saysOfWhichModesNoPassEndedWell() {
        ModeWeave failed =
                new ModeWeave(
                        new RepresentativePass(Passes.of(ModeName.THREADS).failed().row(), false),
                        Weave.of(ITEMS));

        List<String> lines = heading(failed, weave(ModeName.ASYNC, ITEMS)).lines();

        assertThat(lines.getLast())
                .isEqualTo("No pass of threads ended well: the newest one is shown.");
        assertThat(lines.getFirst()).doesNotContain("verified");
        assertThat(heading(failed).lines().getFirst()).doesNotContain("median");
    }

    @Test
    void countsWhatFailedWasRetriedOrHasEnded() {
        ModeWeave weave = weave(ModeName.ASYNC, ITEMS);
        long failed = ITEMS.stream().filter(item -> item.failure().isPresent()).count();
        long retried = ITEMS.size() - WELL.size() - failed;

        assertThat(weave.failuresAndRetries())
                .isEqualTo("%d failed, %d retried".formatted(failed, retried));
        assertThat(weave(ModeName.ASYNC, WELL).failuresAndRetries()).isEmpty();
        assertThat(weave.progress(weave.endSeconds()))
                .isEqualTo("500 of 500 uploads have ended here");
        assertThat(weave.progress(0)).isEqualTo("0 of 500 uploads have ended here");
    }

    private static ModeWeave weave(ModeName mode, int concurrency) {
        return weave(mode, MadeUpTimings.of("t", 1, 100, concurrency, 3));
    }

    private static ModeWeave weave(ModeName mode, List<ItemRow> items) {
        return new ModeWeave(new RepresentativePass(Passes.of(mode).row(), true), Weave.of(items));
    }

    private static Heading heading(ModeWeave... weaves) {
        return WeavePlot.heading(List.of(weaves), WeavePlot.axis(List.of(weaves)), SLIDE);
    }

    private static ItemTimings each(List<PassRow> passes, UnaryOperator<ItemRow> change) {
        return (runId, rows) ->
                MadeUpTimings.of(passes)
                        .read(
                                runId,
                                row ->
                                        rows.accept(
                                                new TimingRow(
                                                        row.runId(), change.apply(row.item()))));
    }

    private static ItemRow well(ItemRow row) {
        return with(row, row.unzipNanos(), 1, Optional.empty());
    }

    private static ItemRow failed(ItemRow row) {
        return with(row, row.unzipNanos(), 3, Optional.of("SlowDown"));
    }

    private static ItemRow retried(ItemRow row) {
        return with(row, row.unzipNanos(), 2, Optional.empty());
    }

    private static ItemRow untimed(ItemRow row) {
        return with(row, OptionalLong.empty(), 1, Optional.empty());
    }

    private static ItemRow with(
            ItemRow row, OptionalLong unzipNanos, int attempts, Optional<String> failure) {
        return new ItemRow(
                row.trialId(),
                row.pass(),
                row.index(),
                row.name(),
                row.bytes(),
                unzipNanos,
                row.handedOutNanos(),
                OptionalLong.of(row.handedOutNanos()),
                row.endedNanos(),
                attempts,
                OptionalInt.of(0),
                OptionalLong.empty(),
                failure);
    }

    private static List<PassRow> rows(int files, int concurrency, ModeName... modes) {
        List<PassRow> rows = new ArrayList<>();
        for (ModeName mode : modes) {
            rows.add(Passes.of(mode).files(files).concurrency(concurrency).row());
        }
        return rows;
    }

    private static PlotOptions options(int width, int height) {
        return new PlotOptions(
                Optional.empty(), Phase.WARM, false, width, height, Optional.empty());
    }

    private static Picture picture(List<PassRow> rows, ItemTimings timings, PlotOptions options)
            throws Exception {
        return WeavePlot.of(rows, timings, CaseChoice.ANY, options);
    }

    private static String svg(List<PassRow> rows, ItemTimings timings) throws Exception {
        return new String(picture(rows, timings, SLIDE).svg(), UTF_8);
    }

    /// Removes letters, which are long outlines. Other tests check the text.
    private static String withoutLetters(String svg) {
        return svg.replaceAll("d=\"[^\"]{200,}\"(?=[^>]* stroke=\"none\")", "d=\"letters\"")
                .replace("><", ">\n<");
    }

    private static BufferedImage image(Picture picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.png()));
    }

    private static long pixels(BufferedImage image, Color color) {
        int[] all =
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(all).filter(pixel -> pixel == color.getRGB()).count();
    }
}
