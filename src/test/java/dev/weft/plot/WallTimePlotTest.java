package dev.weft.plot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.Ideal;
import dev.weft.record.Ideal.Bound;
import dev.weft.record.PassRow;
import dev.weft.testing.Golden;
import dev.weft.testing.Passes;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

class WallTimePlotTest {
    private static final PlotOptions STANDARD = options(false, 1600, 900, Optional.empty());
    private static final PlotOptions SMALL = options(false, 640, 360, Optional.empty());

    @Test
    void drawsTheKnownPicture() throws Exception {
        String svg = new String(WallTimePlot.of(rows(100, 250, 500), STANDARD).svg(), UTF_8);

        Golden.of(WallTimePlotTest.class, "wall-time.svg").check(withoutLetters(svg));
    }

    @Test
    void drawsTheKnownLogarithmicPicture() throws Exception {
        String svg = new String(WallTimePlot.of(rows(100, 250, 500), logarithmic()).svg(), UTF_8);

        Golden.of(WallTimePlotTest.class, "wall-time-logarithmic.svg").check(withoutLetters(svg));
    }

    @Test
    void drawsTheSameTwice() throws Exception {
        List<PassRow> rows = rows(100, 250, 500);

        assertThat(WallTimePlot.of(rows, STANDARD).svg())
                .isEqualTo(WallTimePlot.of(rows, STANDARD).svg());
        assertThat(WallTimePlot.of(rows, SMALL).png())
                .isEqualTo(WallTimePlot.of(rows, SMALL).png());
    }

    @Test
    void drawsSvgThatScalesAndHasATitle() throws Exception {
        Element root =
                DocumentBuilderFactory.newDefaultNSInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(WallTimePlot.of(rows(500), STANDARD).svg()))
                        .getDocumentElement();

        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 1600 900");
        assertThat(root.getFirstChild().getTextContent())
                .isEqualTo("Time to upload 500 files of 100 KiB to weft's embedded S3");
    }

    @ParameterizedTest
    @EnumSource(ModeName.class)
    void drawsEveryModeInItsColour(ModeName mode) throws Exception {
        PassRow slow = Passes.of(mode).files(100).wall(Duration.ofSeconds(1)).row();
        PassRow slower = Passes.of(mode).files(500).wall(Duration.ofSeconds(5)).row();

        BufferedImage image = image(WallTimePlot.of(List.of(slow, slower), SMALL).png());

        assertThat(image.getWidth()).isEqualTo(640);
        assertThat(image.getHeight()).isEqualTo(360);
        for (ModeName other : ModeName.values()) {
            // Black is also the colour of the title.
            if (other != ModeName.SEQUENTIAL) {
                long pixels = pixels(image, ModeStyle.of(other).color());
                assertThat(pixels > 50).as("%s", other).isEqualTo(other == mode);
            }
        }
    }

    @Test
    void drawsABarWhereThereIsOneSizeOnly() throws Exception {
        for (PlotOptions options : List.of(SMALL, logarithmic())) {
            BufferedImage image = image(WallTimePlot.of(rows(500), options).png());

            assertThat(pixels(image, ModeStyle.of(ModeName.VIRTUAL).color())).isGreaterThan(10);
        }
    }

    @Test
    void drawsPicturesOfAnySizeThatIsAllowed() throws Exception {
        String title = "A title that is longer than the picture is wide. ".repeat(10);
        for (int[] size : new int[][] {{300, 300}, {2_000, 300}, {300, 1_000}}) {
            PlotOptions options = options(false, size[0], size[1], Optional.of(title));

            BufferedImage image = image(WallTimePlot.of(rows(100, 500), options).png());

            assertThat(image.getWidth()).isEqualTo(size[0]);
            assertThat(image.getHeight()).isEqualTo(size[1]);
            assertThat(pixels(image, ModeStyle.of(ModeName.VIRTUAL).color())).isGreaterThan(10);
        }
    }

    @Test
    void refusesSizesThatAreNotAllowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options(false, 299, 900, Optional.empty()))
                .withMessage("a picture of 299 x 900 pixels: each must be from 300 to 4000");
    }

    @Test
    void drawsTheKnownPictureOfOneSize() throws Exception {
        String svg = new String(WallTimePlot.of(rows(500), STANDARD).svg(), UTF_8);

        Golden.of(WallTimePlotTest.class, "wall-time-one-size.svg").check(withoutLetters(svg));
    }

    @Test
    void drawsTheIdealWhereThereIsOne() throws Exception {
        List<PassRow> uncalibrated = new ArrayList<>();
        for (int files : new int[] {100, 500}) {
            uncalibrated.add(Passes.of(ModeName.ASYNC).files(files).ideal(Optional.empty()).row());
        }

        assertThat(svg(rows(100, 500))).contains("stroke-dasharray=\"9,6\"");
        assertThat(svg(uncalibrated)).doesNotContain("stroke-dasharray=\"9,6\"");
    }

    @Test
    void refusesToDrawNothing() {
        assertThatExceptionOfType(PlotException.class)
                .isThrownBy(() -> WallTimePlot.of(List.of(), STANDARD));
    }

    private static String svg(List<PassRow> rows) throws PlotException {
        return new String(WallTimePlot.of(rows, STANDARD).svg(), UTF_8);
    }

    private static PlotOptions options(
            boolean logarithmic, int width, int height, Optional<String> title) {
        return new PlotOptions(Optional.empty(), Phase.WARM, logarithmic, width, height, title);
    }

    private static PlotOptions logarithmic() {
        return options(true, 1280, 720, Optional.empty());
    }

    /// Three JVMs of every mode over each number of files; sequential takes 25 times as long.
    private static List<PassRow> rows(int... sizes) {
        List<PassRow> rows = new ArrayList<>();
        for (ModeName mode : ModeName.values()) {
            int micros =
                    switch (mode) {
                        case SEQUENTIAL -> 20_000;
                        case THREADS -> 850;
                        case ASYNC -> 780;
                        case VIRTUAL -> 800;
                    };
            for (int files : sizes) {
                int block = 1;
                for (int percent : new int[] {97, 100, 106}) {
                    Duration wall = Duration.ofNanos(10L * micros * files * percent);
                    rows.add(
                            Passes.of(mode)
                                    .files(files)
                                    .block(block++)
                                    .wall(wall)
                                    .ideal(ideal(files))
                                    .row());
                }
            }
        }
        return rows;
    }

    private static Optional<Ideal> ideal(int files) {
        Duration wall = Duration.ofNanos(500_000L * files);
        return Optional.of(
                new Ideal(wall, wall.multipliedBy(97).dividedBy(100), wall, Bound.LATENCY));
    }

    /// Removes letters, which are long outlines. Other tests check the text.
    private static String withoutLetters(String svg) {
        return svg.replaceAll("d=\"[^\"]{200,}\"", "d=\"letters\"").replace("><", ">\n<");
    }

    private static BufferedImage image(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static long pixels(BufferedImage image, Color color) {
        int[] all =
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(all).filter(pixel -> pixel == color.getRGB()).count();
    }
}
