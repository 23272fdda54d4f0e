package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ModeName;
import dev.weft.record.PassRow;
import dev.weft.record.ResultsFile;
import dev.weft.record.TimingsFile;
import dev.weft.record.WarmupFile;
import dev.weft.session.ExitCode;
import dev.weft.testing.MadeUpTimings;
import dev.weft.testing.Passes;
import dev.weft.testing.WarmupSlices;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotTest {
    @TempDir Path folder;

    @BeforeEach
    void record() throws Exception {
        ResultsFile results = new ResultsFile(folder.resolve("benchmark/results.csv"));
        for (PassRow row : rows()) {
            results.append(row);
        }
    }

    private static List<PassRow> rows() {
        List<PassRow> rows = new ArrayList<>();
        for (ModeName mode : ModeName.values()) {
            for (int files : new int[] {100, 250}) {
                rows.add(Passes.of(mode).files(files).trial("t-%s".formatted(mode), files).row());
            }
        }
        return rows;
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
    void drawsTheWeaveOfTheTimingsOfARun() throws Exception {
        time(folder.resolve("benchmark/runs/20261120-120000/timings.csv"));

        Invocation plot = Invocation.in(folder, "plot", "--chart=weave", "--files=100");

        assertThat(plot.out().lines())
                .containsExactly(
                        "benchmark/weave.png",
                        "benchmark/weave.svg",
                        "left out of the picture: 4 passes of other sizes or concurrencies");
        assertThat(plot.exitCode()).as(plot.err()).isEqualTo(ExitCode.OK);
        assertThat(folder.resolve("benchmark/weave.svg"))
                .content()
                .contains("What happens while 100 files of 100 KiB go to weft's embedded S3");
    }

    @Test
    void drawsTheWeaveOfTimingsThatLieElsewhere() throws Exception {
        Path elsewhere = folder.resolve("mine.csv");
        time(elsewhere);
        Files.writeString(elsewhere, "half a li", StandardOpenOption.APPEND);

        Invocation plot = Invocation.in(folder, "plot", "--chart=weave", "--timings-csv=mine.csv");

        assertThat(plot.exitCode()).as(plot.err()).isEqualTo(ExitCode.OK);
        assertThat(plot.err().lines()).singleElement().asString().contains("a crash cut it off");
    }

    @Test
    void saysWhereTimingsAreMissing() {
        Invocation plot = Invocation.in(folder, "plot", "--chart=weave");

        assertThat(plot.err()).contains("has its timings in benchmark/runs");
        assertThat(plot.exitCode()).isEqualTo(ExitCode.USAGE);

        Invocation named = Invocation.in(folder, "plot", "--chart=weave", "--timings-csv=no.csv");

        assertThat(named.err()).contains("there are no timings in no.csv; correct --timings-csv");
        assertThat(named.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    private void time(Path file) throws Exception {
        try (TimingsFile timings = TimingsFile.open(file, "20261120-120000")) {
            for (PassRow row : rows()) {
                MadeUpTimings.rows(row).forEach(timing -> timings.record(timing.item()));
            }
        }
    }

    @Test
    void drawsTheWarmUpOfARun() throws Exception {
        WarmupFile.beside(folder.resolve("benchmark/runs/20261120-120000/timings.csv"))
                .append(rows().stream().flatMap(row -> WarmupSlices.of(row, 8).stream()).toList());

        Invocation plot = Invocation.in(folder, "plot", "--chart=warmup", "--files=100");

        assertThat(plot.exitCode()).as(plot.err()).isEqualTo(ExitCode.OK);
        assertThat(plot.out().lines()).contains("benchmark/warmup.png", "benchmark/warmup.svg");
        assertThat(folder.resolve("benchmark/warmup.svg")).content().contains("<svg");
    }

    @Test
    void saysThatNoRunHasWarmUpCurves() {
        Invocation plot = Invocation.in(folder, "plot", "--chart=warmup");

        assertThat(plot.err()).contains("warmup.csv", "--warmup=0");
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
