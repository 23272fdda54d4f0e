package dev.weft.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.ModeSummary;
import dev.weft.analysis.Sweep;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import dev.weft.stats.Interval;
import dev.weft.testing.Passes;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModeLineTest {
    @Test
    void sortsModesAndSizes() {
        List<ModeLine> lines =
                lines(
                        row(ModeName.VIRTUAL, 500, 1, 400),
                        row(ModeName.SEQUENTIAL, 500, 1, 11_000),
                        row(ModeName.VIRTUAL, 100, 1, 120));

        assertThat(lines)
                .extracting(ModeLine::mode)
                .containsExactly(ModeName.SEQUENTIAL, ModeName.VIRTUAL);
        assertThat(lines.getLast().points())
                .extracting(ModeLine.Point::number)
                .containsExactly(100, 500);
    }

    @Test
    void showsTheFiguresOfTheTable() {
        List<PassRow> rows =
                List.of(
                        row(ModeName.ASYNC, 500, 1, 300),
                        row(ModeName.ASYNC, 500, 1, 320),
                        row(ModeName.ASYNC, 500, 1, 900),
                        row(ModeName.ASYNC, 500, 2, 360));
        Analysis analysis = Analysis.of(rows);
        ModeSummary summary = analysis.summaries().getFirst();

        ModeLine.Point point = ModeLine.ofWallTime(analysis, Phase.WARM).getFirst().last();

        assertThat(point.value()).isEqualTo(summary.wallSeconds(Phase.WARM).orElseThrow().value());
        assertThat(point.value()).isCloseTo(Math.sqrt(0.32 * 0.36), within(1e-12));
        assertThat(point.bar())
                .isEqualTo(summary.wallSeconds(Phase.WARM).orElseThrow().interval().orElseThrow());
        assertThat(point.jvms()).isEqualTo(2);
        assertThat(point.hasConfidenceInterval()).isTrue();
        assertThat(point.passes()).containsExactly(0.3, 0.32, 0.9, 0.36);
    }

    @Test
    void keepsArchivesOfAsManyFilesApart() {
        Passes first = Passes.of(ModeName.ASYNC).archive("a.zip");
        Passes second = Passes.of(ModeName.ASYNC).archive("b.zip");

        List<ModeLine> lines =
                lines(
                        second.wall(Duration.ofMillis(900)).row(),
                        first.wall(Duration.ofMillis(300)).row());

        assertThat(lines.getFirst().points())
                .extracting(ModeLine.Point::archive)
                .containsExactly("a.zip", "b.zip");
    }

    @Test
    void countsUploadsASecondOverConcurrencies() {
        List<Sweep> sweeps =
                Sweep.of(
                        Analysis.of(
                                List.of(
                                        Passes.of(ModeName.ASYNC)
                                                .concurrency(16)
                                                .files(320)
                                                .wall(Duration.ofMillis(400))
                                                .row(),
                                        Passes.of(ModeName.ASYNC)
                                                .concurrency(4)
                                                .files(80)
                                                .wall(Duration.ofMillis(400))
                                                .row())));

        List<ModeLine.Point> points = ModeLine.ofThroughput(sweeps.getFirst()).points();

        assertThat(points).extracting(ModeLine.Point::number).containsExactly(4, 16);
        assertThat(points.getFirst().value()).isCloseTo(200, within(1e-9));
        assertThat(points.getLast().passes()).containsExactly(800.0);
    }

    @Test
    void hasItsPassesAsItsBarWhereThereIsOneJvm() {
        ModeLine.Point point =
                lines(
                                row(ModeName.ASYNC, 500, 1, 400),
                                row(ModeName.ASYNC, 500, 1, 200),
                                row(ModeName.ASYNC, 500, 1, 900))
                        .getFirst()
                        .last();

        assertThat(point.bar()).isEqualTo(new Interval(0.2, 0.9));
        assertThat(point.hasConfidenceInterval()).isFalse();
    }

    @Test
    void drawsSinglePassesWhereTheyAreFew() {
        assertThat(ofPasses(20).drawsPasses()).isTrue();
        assertThat(ofPasses(21).drawsPasses()).isFalse();
    }

    private static ModeLine.Point ofPasses(int count) {
        PassRow[] rows = new PassRow[count];
        Arrays.fill(rows, row(ModeName.ASYNC, 500, 1, 400));
        return lines(rows).getFirst().last();
    }

    private static List<ModeLine> lines(PassRow... rows) {
        return ModeLine.ofWallTime(Analysis.of(List.of(rows)), Phase.WARM);
    }

    private static PassRow row(ModeName mode, int files, int block, int millis) {
        return Passes.of(mode).files(files).block(block).wall(Duration.ofMillis(millis)).row();
    }
}
