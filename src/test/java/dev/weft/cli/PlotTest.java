package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ModeName;
import dev.weft.record.ResultsFile;
import dev.weft.testing.Passes;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotTest {
    @TempDir Path folder;

    @BeforeEach
    void record() throws Exception {
        ResultsFile results = new ResultsFile(folder.resolve("benchmark/results.csv"));
        for (ModeName mode : ModeName.values()) {
            for (int files : new int[] {100, 250}) {
                results.append(Passes.of(mode).files(files).row());
            }
        }
    }

    @Test
    void drawsBesideTheResultsAndSaysWhere() throws Exception {
        Invocation plot = Invocation.in(folder, "plot", "--width=800", "--height=450");

        assertThat(plot.out().lines())
                .containsExactly("benchmark/result.png", "benchmark/result.svg");
        assertThat(plot.exitCode()).as(plot.err()).isEqualTo(ExitCode.OK);
        BufferedImage picture = ImageIO.read(folder.resolve("benchmark/result.png").toFile());
        assertThat(picture.getWidth()).isEqualTo(800);
        assertThat(picture.getHeight()).isEqualTo(450);
        assertThat(folder.resolve("benchmark/result.svg")).content().contains("<svg");
    }

    @Test
    void saysThatNoPassWasCold() {
        Invocation plot = Invocation.in(folder, "plot", "--cold");

        assertThat(plot.err()).contains("none of the 8 verified passes is cold");
        assertThat(plot.exitCode()).isEqualTo(ExitCode.USAGE);
    }
}
