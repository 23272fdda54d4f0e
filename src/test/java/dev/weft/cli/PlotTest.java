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

    @Test
    void drawsUploadsASecondOverTheConcurrenciesOfARun() throws Exception {
        ResultsFile results = new ResultsFile(folder.resolve("benchmark/results.csv"));
        for (int concurrency : new int[] {1, 4, 16, 64}) {
            results.append(
                    Passes.of(ModeName.ASYNC)
                            .run("sweep")
                            .concurrency(concurrency)
                            .fairness("c" + concurrency)
                            .row());
        }

        Invocation plot = Invocation.in(folder, "plot", "--chart=concurrency", "--run=sweep");

        assertThat(plot.out().lines())
                .containsExactly(
                        "benchmark/concurrency.png",
                        "benchmark/concurrency.svg",
                        "left out of the picture: 8 passes of 1 other run");
        assertThat(plot.exitCode()).as(plot.err()).isEqualTo(ExitCode.OK);
        assertThat(folder.resolve("benchmark/concurrency.svg")).content().contains("<svg");
    }

    @Test
    void saysThatNoRunHasSeveralConcurrencies() {
        Invocation plot = Invocation.in(folder, "plot", "--chart=concurrency");

        assertThat(plot.err())
                .contains(
                        "none of the 8 verified warm passes is of a run that has several concurrencies");
        assertThat(plot.err().lines()).hasSize(1);
        assertThat(plot.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void saysThatThereIsNoSuchRun() {
        Invocation plot = Invocation.in(folder, "plot", "--run=nobody");

        assertThat(plot.err()).contains("there is no run nobody; the newest is 20261120-120000");
        assertThat(plot.exitCode()).isEqualTo(ExitCode.USAGE);
    }
}
