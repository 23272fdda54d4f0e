package dev.weft.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import dev.weft.record.PassRow.Place;
import dev.weft.stats.VarianceComponents;
import dev.weft.testing.Passes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class JvmVarianceTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Offset<Double> CLOSE = within(1e-9);

    private final List<PassRow> rows = new ArrayList<>();

    /// Logarithms of JVM 1: 0 and 2 above 100 ms; of JVM 2: 4 and 6.
    @Test
    void differencesOfWallTimeLieBetweenJvmsAndBetweenPasses() {
        jvm(1, 0, 2);
        jvm(2, 4, 6);

        VarianceComponents wall = variance().wall().orElseThrow();

        assertThat(wall.between()).isCloseTo(Math.sqrt(7), CLOSE);
        assertThat(wall.within()).hasValueCloseTo(Math.sqrt(2), CLOSE);
        assertThat(wall.sequences()).isEqualTo(2);
        assertThat(wall.times()).as("cold passes are left out").isEqualTo(4);
    }

    @Test
    void theCpuTimeHasItsOwnDifferences() {
        rows.add(warm(1, 2, 0).cpu(Duration.ofMillis(100)).row());
        rows.add(warm(2, 2, 0).cpu(Duration.ofMillis(100)).files(1_000).row());
        rows.add(warm(2, 2, 0).cpu(Duration.ofMillis(100)).row());

        assertThat(Analysis.of(rows).summaries()).hasSize(2);
        assertThat(variance().cpu().orElseThrow().between()).isZero();
        rows.add(warm(3, 2, 0).cpu(Duration.ofMillis(200)).row());
        assertThat(variance().cpu().orElseThrow().between())
                .as("of 0, 0 and log 2 the standard deviation")
                .isCloseTo(Math.log(2) / Math.sqrt(3), CLOSE);
        assertThat(variance().wall().orElseThrow().between()).isZero();
    }

    /// A cold pass at 0 s, warm passes from 20 s on, one each 2 s.
    @Test
    void aJvmCostsTheTimeUntilItsFirstWarmPass() {
        jvm(1, 0, 2);
        jvm(2, 4, 6);

        JvmVariance variance = variance();

        assertThat(variance.costRatio()).hasValueCloseTo(10.0, CLOSE);
        assertThat(variance.passes(variance.wall().orElseThrow()))
                .as("√(10·2/7) is 1.69")
                .hasValue(2);
    }

    @Test
    void passesThatDidNotEndWellCostTimeButAreNoFigures() {
        jvm(1, 0, 2);
        jvm(2, 4, 6);
        rows.add(warm(3, 2, 9).failed().startedAt(NOON.plusSeconds(320)).row());
        rows.add(warm(3, 3, 9).failed().startedAt(NOON.plusSeconds(399)).row());

        assertThat(variance().wall().orElseThrow().sequences()).isEqualTo(2);
        assertThat(variance().costRatio())
                .as("the median pass took 2 s")
                .hasValueCloseTo(10.0, CLOSE);
    }

    @Test
    void oneJvmAloneShowsNothing() {
        jvm(1, 0, 2);

        assertThat(variance().wall()).isEmpty();
        assertThat(variance().cpu()).isEmpty();
    }

    @Test
    void withoutASecondWarmPassThereIsNoAdviceOnTheirNumber() {
        rows.add(cold(1));
        rows.add(warm(1, 2, 0).row());
        rows.add(cold(2));
        rows.add(warm(2, 2, 1).row());

        assertThat(variance().costRatio()).isEmpty();
        assertThat(variance().passes(variance().wall().orElseThrow())).isEmpty();
    }

    @Test
    void withoutAColdPassTheCostOfAJvmIsUnknown() {
        rows.add(warm(1, 1, 0).row());
        rows.add(warm(1, 2, 1).startedAt(NOON.plusSeconds(9)).row());

        assertThat(variance().costRatio()).isEmpty();
    }

    @Test
    void trialsInOneJvmDoNotCountAsJvms() {
        jvm(1, 0, 2);
        jvm(2, 4, 6);
        rows.replaceAll(JvmVarianceTest::inOneJvm);

        assertThat(variance().wall()).isEmpty();
        assertThat(variance().costRatio()).isEmpty();
    }

    private static PassRow inOneJvm(PassRow row) {
        Place place = row.place();
        return new PassRow(
                new Place(
                        place.runId(),
                        place.trialId(),
                        place.variant(),
                        place.block(),
                        place.order(),
                        place.repetition(),
                        place.pass(),
                        0,
                        place.startedAt()),
                row.setting(),
                row.ending(),
                row.measures(),
                row.contract(),
                row.software(),
                row.reference());
    }

    /// A JVM with a cold pass, and two warm ones.
    private void jvm(int block, double first, double second) {
        rows.add(cold(block));
        rows.add(warm(block, 2, first).row());
        rows.add(warm(block, 3, second).row());
    }

    private static PassRow cold(int block) {
        return pass(block, 1).phase(Phase.COLD).startedAt(NOON.plusSeconds(100L * block)).row();
    }

    /// Started 20 s after the cold pass, or 2 s for each pass later.
    private static Passes warm(int block, int pass, double logarithm) {
        return pass(block, pass)
                .wall(Duration.ofNanos(Math.round(1e8 * Math.exp(logarithm))))
                .startedAt(NOON.plusSeconds(100L * block + 16 + 2L * pass));
    }

    private static Passes pass(int block, int pass) {
        return Passes.of(ModeName.ASYNC).block(block).trial("t" + block, pass);
    }

    private JvmVariance variance() {
        return JvmVariance.of(Analysis.of(rows).summaries().getFirst());
    }
}
