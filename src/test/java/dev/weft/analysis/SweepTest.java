package dev.weft.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ModeName;
import dev.weft.record.PassRow;
import dev.weft.testing.Passes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {
    private final List<PassRow> rows = new ArrayList<>();

    /// Of the best, 500/0.95 uploads a second, 95% are 500: more than 1.01 s give, fewer than 0.99.
    @Test
    void theKneeIsTheSmallestConcurrencyWithinATwentiethOfTheBest() {
        point(64, 500, 1_010);
        point(128, 500, 990);
        point(256, 500, 950);
        point(512, 500, 970);

        assertThat(sweep().best().setting().concurrency()).isEqualTo(256);
        assertThat(sweep().knee().setting().concurrency()).isEqualTo(128);
    }

    @Test
    void oneConcurrencyIsItsOwnKnee() {
        point(8, 500, 400);

        assertThat(sweep().knee()).isEqualTo(sweep().best());
    }

    @Test
    void settingsOfDifferentSizesAreComparedByUploadsASecond() {
        point(8, 160, 400);
        point(16, 320, 410);

        assertThat(sweep().knee().setting().concurrency()).isEqualTo(16);
    }

    @Test
    void aConcurrencyStandsWithTheMostFilesThatItWasMeasuredWith() {
        point(8, 500, 400);
        point(8, 100, 50);

        assertThat(sweep().points().values())
                .extracting(point -> point.setting().files())
                .containsExactly(500);
    }

    @Test
    void aPointWithoutAWarmPassThatEndedWellIsNone() {
        point(8, 500, 400);
        rows.add(Passes.of(ModeName.ASYNC).concurrency(16).failed().row());

        assertThat(sweep().points()).containsOnlyKeys(8);
    }

    private void point(int concurrency, int files, long millis) {
        rows.add(
                Passes.of(ModeName.ASYNC)
                        .concurrency(concurrency)
                        .files(files)
                        .wall(Duration.ofMillis(millis))
                        .row());
    }

    private Sweep sweep() {
        assertThat(Sweep.of(Analysis.of(rows))).hasSize(1);
        return Sweep.of(Analysis.of(rows)).getFirst();
    }
}
