package dev.weft.plot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.Bound;
import dev.weft.record.Ideal;
import dev.weft.record.PassRow;
import dev.weft.testing.Golden;
import dev.weft.testing.Passes;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ConcurrencyPlotTest {
    private static final Ideal IDEAL =
            new Ideal(
                    Duration.ofMillis(410),
                    Duration.ofMillis(405),
                    Duration.ofMillis(420),
                    Bound.LATENCY);

    @Test
    void drawsTheKnownPicture() throws Exception {
        String svg = new String(ConcurrencyPlot.of(rows(1, 4, 16, 64), options(1600)).svg(), UTF_8);

        Golden.of(ConcurrencyPlotTest.class, "concurrency.svg")
                .check(svg.replaceAll("d=\"[^\"]{200,}\"", "d=\"letters\"").replace("><", ">\n<"));
    }

    @Test
    void drawsTheSameTwice() throws Exception {
        List<PassRow> rows = rows(1, 4, 16, 64);

        assertThat(ConcurrencyPlot.of(rows, options(640)).svg())
                .isEqualTo(ConcurrencyPlot.of(rows, options(640)).svg());
    }

    @Test
    void drawsPicturesOfAnySizeThatIsAllowed() throws Exception {
        for (int width : new int[] {300, 2_000}) {
            byte[] png = ConcurrencyPlot.of(rows(16, 64, 256), options(width)).png();

            assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(width);
        }
    }

    @Test
    void refusesARunOfOneConcurrency() {
        assertThatExceptionOfType(PlotException.class)
                .isThrownBy(() -> ConcurrencyPlot.of(rows(64), options(640)))
                .withMessageContaining("--concurrency=1,4,16,64");
    }

    private static PlotOptions options(int width) {
        return new PlotOptions(
                Optional.empty(),
                Phase.WARM,
                false,
                width,
                Math.max(300, width * 9 / 16),
                Optional.empty());
    }

    /// Two JVMs of every mode, which follow the Universal Scalability Law; the sequential mode at
    /// the first concurrency alone.
    private static List<PassRow> rows(int... concurrencies) {
        List<PassRow> rows = new ArrayList<>();
        for (int concurrency : concurrencies) {
            for (ModeName mode : ModeName.values()) {
                if (mode == ModeName.SEQUENTIAL && concurrency != concurrencies[0]) {
                    continue;
                }
                int uploads = mode == ModeName.SEQUENTIAL ? 1 : concurrency;
                double contention = mode == ModeName.VIRTUAL ? 0.02 : 0.03;
                for (int block = 1; block <= 2; block++) {
                    double rate = 48 * uploads / (1 + contention * (uploads - 1));
                    double seconds = 20 * concurrency / rate * (1 + 0.01 * block);
                    rows.add(
                            Passes.of(mode)
                                    .concurrency(concurrency)
                                    .files(20 * concurrency)
                                    .fairness("c" + concurrency)
                                    .block(block)
                                    .wall(Duration.ofNanos(Math.round(seconds * 1e9)))
                                    .ideal(Optional.of(IDEAL))
                                    .row());
                }
            }
        }
        return rows;
    }
}
