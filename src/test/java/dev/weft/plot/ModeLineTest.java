package dev.weft.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ModeName;
import dev.weft.record.PassRow;
import dev.weft.stats.Spread;
import dev.weft.testing.Passes;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModeLineTest {
    @Test
    void sortsModesAndSizesAndSumsUpPasses() {
        List<ModeLine> lines =
                ModeLine.of(
                        new Selection(
                                List.of(
                                        row(ModeName.VIRTUAL, 500, 400),
                                        row(ModeName.SEQUENTIAL, 500, 11_000),
                                        row(ModeName.VIRTUAL, 100, 120),
                                        row(ModeName.VIRTUAL, 500, 300),
                                        row(ModeName.VIRTUAL, 500, 350))));

        assertThat(lines)
                .extracting(ModeLine::mode)
                .containsExactly(ModeName.SEQUENTIAL, ModeName.VIRTUAL);
        assertThat(lines.getLast().points())
                .containsExactly(
                        new ModeLine.Point(100, "100x100KiB.zip", List.of(0.12)),
                        new ModeLine.Point(500, "500x100KiB.zip", List.of(0.4, 0.3, 0.35)));
        assertThat(lines.getLast().last().spread()).isEqualTo(new Spread(0.35, 0.3, 0.4, 3));
    }

    @Test
    void keepsArchivesOfAsManyFilesApart() {
        Passes first = Passes.of(ModeName.ASYNC).archive("a.zip");
        Passes second = Passes.of(ModeName.ASYNC).archive("b.zip");
        List<ModeLine> lines =
                ModeLine.of(
                        new Selection(
                                List.of(
                                        second.wall(Duration.ofMillis(900)).row(),
                                        first.wall(Duration.ofMillis(300)).row())));

        assertThat(lines.getFirst().points())
                .containsExactly(
                        new ModeLine.Point(500, "a.zip", List.of(0.3)),
                        new ModeLine.Point(500, "b.zip", List.of(0.9)));
    }

    private static PassRow row(ModeName mode, int files, int millis) {
        return Passes.of(mode).files(files).wall(Duration.ofMillis(millis)).row();
    }
}
