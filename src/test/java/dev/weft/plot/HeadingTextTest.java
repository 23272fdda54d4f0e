package dev.weft.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.plan.VerifyLevel;
import dev.weft.record.PassRow;
import dev.weft.stats.Interval;
import dev.weft.testing.Passes;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadingTextTest {
    private static final IdealLine NO_IDEAL = new IdealLine(List.of());
    private static final ValueRange WIDE = new ValueRange(0, 10);
    private static final PassRow ROW = Passes.of(ModeName.ASYNC).row();

    @Test
    void saysWhatWasMeasured() {
        assertThat(WallTimePlot.title(ROW, false))
                .isEqualTo("Time to upload files of 100 KiB to weft's embedded S3");
        assertThat(WallTimePlot.title(ROW, true))
                .isEqualTo("Time to upload 500 files of 100 KiB to weft's embedded S3");
        assertThat(WallTimePlot.conditions(List.of(ROW), true, Phase.WARM))
                .isEqualTo(
                        "at least 20 ms an upload · at most 64 uploads at once (sequential: one) ·"
                                + " warm passes · all verified");
    }

    @Test
    void saysThatPassesAreCold() {
        assertThat(WallTimePlot.conditions(List.of(ROW), false, Phase.COLD))
                .endsWith("at once · cold passes: the first of a new JVM · all verified");
    }

    @Test
    void saysThatOnlyNamesAndSizesAreVerified() {
        PassRow listed = Passes.of(ModeName.ASYNC).verify(VerifyLevel.LIST).row();
        assertThat(HeadingText.verified(List.of(ROW, listed)))
                .isEqualTo("names and sizes verified");
    }

    @Test
    void saysThatBarsAreIntervalsOverJvms() {
        assertThat(
                        HeadingText.markLegend(
                                List.of(line(ModeName.ASYNC, mark(8, 21))), NO_IDEAL, WIDE))
                .isEqualTo("Large mark: geometric mean over 8 JVMs. Bars: 95% interval over JVMs.");
    }

    @Test
    void saysThatBarsAreOfPassesWhereThereIsOneJvm() {
        assertThat(
                        HeadingText.markLegend(
                                List.of(line(ModeName.ASYNC, mark(1, 3))), NO_IDEAL, WIDE))
                .isEqualTo(
                        "Large mark: median of the passes of 1 JVM. Bars: fastest to slowest pass."
                                + " Small dots: single passes.");
    }

    @Test
    void saysWhereOneAndWhereTheOtherIsMeant() {
        ModeLine sequential = line(ModeName.SEQUENTIAL, mark(1, 2));

        assertThat(
                        HeadingText.markLegend(
                                List.of(sequential, line(ModeName.ASYNC, mark(3, 9))),
                                NO_IDEAL,
                                WIDE))
                .startsWith(
                        "Large mark: geometric mean over 1 to 3 JVMs. Bars: 95% interval over"
                                + " JVMs, fastest to slowest pass where there is one JVM.");
    }

    @Test
    void saysThatABarIsCutOffAndWhatIsDashed() {
        IdealLine ideal = new IdealLine(List.of(new IdealLine.Point(64, 1, new Interval(1, 1))));

        assertThat(
                        HeadingText.markLegend(
                                List.of(line(ModeName.ASYNC, mark(2, 21))),
                                ideal,
                                new ValueRange(0, 1.2)))
                .endsWith(
                        "Bars: 95% interval over JVMs (cut off where it would leave the picture)."
                                + " Dashed: the ideal as calibrated, with its range in grey.");
    }

    @Test
    void doesNotSpeakOfBarsWhereEachMarkIsOnePass() {
        assertThat(
                        HeadingText.markLegend(
                                List.of(line(ModeName.ASYNC, mark(1, 1))), NO_IDEAL, WIDE))
                .isEqualTo("One pass for each mark.");
    }

    private static ModeLine line(ModeName mode, ModeLine.Point... points) {
        return new ModeLine(mode, List.of(points));
    }

    private static ModeLine.Point mark(int jvms, int passes) {
        return new ModeLine.Point(
                64, "a.zip", 1, new Interval(0.5, 1.5), jvms, Collections.nCopies(passes, 1.0));
    }
}
