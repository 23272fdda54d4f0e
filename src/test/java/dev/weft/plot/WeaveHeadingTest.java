package dev.weft.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.analysis.FigureFormat;
import dev.weft.analysis.RepresentativePass;
import dev.weft.analysis.Weave;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.ItemRow;
import dev.weft.testing.MadeUpTimings;
import dev.weft.testing.Passes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WeaveHeadingTest {
    private static final List<ItemRow> ITEMS = MadeUpTimings.of("t", 1, 500, 64, 1);
    private static final List<ItemRow> WELL =
            ITEMS.stream()
                    .filter(item -> item.failure().isEmpty() && item.attempts() == 1)
                    .toList();

    @Test
    void saysWhatWasDoneAndHow() {
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

        assertThat(weave.setbacks()).isEqualTo("%d failed, %d retried".formatted(failed, retried));
        assertThat(weave(ModeName.ASYNC, WELL).setbacks()).isEmpty();
        assertThat(weave.progress(weave.endSeconds()))
                .isEqualTo("500 of 500 uploads have ended here");
        assertThat(weave.progress(0)).isEqualTo("0 of 500 uploads have ended here");
    }

    private static ModeWeave weave(ModeName mode, List<ItemRow> items) {
        return new ModeWeave(new RepresentativePass(Passes.of(mode).row(), true), Weave.of(items));
    }

    private static Heading heading(ModeWeave... weaves) {
        List<ModeWeave> all = Stream.of(weaves).toList();
        return WeaveHeading.of(
                all,
                TimeAxis.of(all),
                new PlotOptions(Optional.empty(), Phase.WARM, false, 1600, 900, Optional.empty()));
    }
}
