package dev.weft.plot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import dev.weft.record.WarmupRow;
import dev.weft.testing.Golden;
import dev.weft.testing.Passes;
import dev.weft.testing.WarmupSlices;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class WarmupPlotTest {
    private static final String RUN = "20261120-120000";

    @Test
    void drawsTheKnownPicture() throws Exception {
        String svg =
                new String(picture(rows(ModeName.values()), options(1600, false)).svg(), UTF_8);

        Golden.of(WarmupPlotTest.class, "warmup.svg")
                .check(svg.replaceAll("d=\"[^\"]{200,}\"", "d=\"letters\"").replace("><", ">\n<"));
    }

    @Test
    void drawsEachModeInItsColourButTheSequentialOneBesideOthers() throws Exception {
        Picture picture =
                picture(rows(ModeName.SEQUENTIAL, ModeName.VIRTUAL), options(1600, false));

        assertThat(new String(picture.svg(), UTF_8))
                .contains("rgb(0,158,115)")
                .doesNotContain("rgb(0,114,178)", "rgb(213,94,0)");
        assertThat(picture.omitted())
                .hasValueSatisfying(all -> assertThat(all).contains("sequential"));
        assertThat(picture(rows(ModeName.SEQUENTIAL), options(1600, false)).omitted()).isEmpty();
    }

    @Test
    void drawsPicturesOfAnySizeThatIsAllowed() throws Exception {
        for (int width : new int[] {300, 2_000}) {
            for (boolean logarithmic : new boolean[] {true, false}) {
                byte[] png = picture(rows(ModeName.ASYNC), options(width, logarithmic)).png();

                assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(width);
            }
        }
    }

    @Test
    void takesTheNewestRunThatHasCurves() throws Exception {
        List<PassRow> rows = new ArrayList<>(rows(ModeName.ASYNC));
        PassRow bare = Passes.of(ModeName.ASYNC).run("newer").block(9).row();
        rows.add(bare);

        Picture picture = picture(rows, options(640, false));

        assertThat(picture.omitted()).isEmpty();
        assertThatExceptionOfType(PlotException.class)
                .isThrownBy(() -> picture(List.of(bare), options(640, false)))
                .withMessageContaining("warmup.csv");
    }

    private static Picture picture(List<PassRow> rows, PlotOptions options) throws Exception {
        return WarmupPlot.of(rows, run -> slices(rows, run), CaseChoice.ANY, options);
    }

    private static List<WarmupRow> slices(List<PassRow> rows, String run) {
        return rows.stream()
                .filter(row -> run.equals(RUN) && row.place().runId().equals(run))
                .flatMap(row -> WarmupSlices.of(row, 5 + row.place().block()).stream())
                .toList();
    }

    private static List<PassRow> rows(ModeName... modes) {
        List<PassRow> rows = new ArrayList<>();
        for (ModeName mode : modes) {
            for (int block = 1; block <= 2; block++) {
                rows.add(
                        Passes.of(mode)
                                .trial("t%d-%s".formatted(block, mode), block)
                                .block(block)
                                .row());
            }
        }
        return rows;
    }

    private static PlotOptions options(int width, boolean logarithmic) {
        return new PlotOptions(
                Optional.empty(),
                Phase.WARM,
                logarithmic,
                width,
                Math.max(300, width * 9 / 16),
                Optional.empty());
    }
}
