package dev.weft.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weft.analysis.RunComparison.Unit;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import dev.weft.stats.Interval;
import dev.weft.stats.Verdict;
import dev.weft.testing.Passes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RunComparisonTest {
    private static final Offset<Double> CLOSE = within(1e-4);

    /// Logarithms 0 and 0.190620 on one side, each ln 2 more on the other: variance 0.018168 of
    /// both, so a standard error of 0.134789 with 2 degrees of freedom, whose t is 4.302653. The
    /// interval is 2·exp(±0.579951).
    @Test
    void sidesApartAreTwoSamples() {
        CaseComparison cell =
                only(RunComparison.apart(run("a", 1_000, 1_210), run("b", 2_000, 2_420)));

        assertThat(cell.before().value()).isCloseTo(1.1, CLOSE);
        assertThat(cell.after().value()).isCloseTo(2.2, CLOSE);
        assertThat(cell.ratio()).isCloseTo(2, CLOSE);
        assertThat(interval(cell).low()).isCloseTo(1.119850, CLOSE);
        assertThat(interval(cell).high()).isCloseTo(3.571907, CLOSE);
        assertThat(cell.verdict()).isInstanceOf(Verdict.Different.class);
    }

    /// Differences of the logarithms ln 2.2 and ln 2: mean 0.740802, standard error 0.047655, 1
    /// degree of freedom, whose t is 12.706205. The interval is exp(0.740802 ± 0.605515).
    @Test
    void sidesThatTookTurnsArePairedByBlock() {
        CaseComparison cell =
                only(RunComparison.interleaved(run("a", 1_000, 1_210), run("a", 2_200, 2_420)));

        assertThat(cell.ratio()).isCloseTo(2.097618, CLOSE);
        assertThat(interval(cell).low()).isCloseTo(1.144862, CLOSE);
        assertThat(interval(cell).high()).isCloseTo(3.843260, CLOSE);
    }

    @Test
    void theRatioOfPairsIsOfTheBlocksThatBothSidesHave() {
        CaseComparison cell =
                only(
                        RunComparison.interleaved(
                                run("a", 1_000, 1_000, 4_000), run("a", 2_000, 2_000)));

        assertThat(cell.ratio()).isCloseTo(2, CLOSE);
        assertThat(interval(cell).contains(cell.ratio())).isTrue();
    }

    @Test
    void fromFiveRunsOnEachSideOnTheRunIsTheUnit() {
        assertThat(RunComparison.apart(runs(4), runs(5)).unit()).isEqualTo(Unit.JVM);
        RunComparison change = RunComparison.apart(runs(5), runs(5));
        assertThat(change.unit()).isEqualTo(Unit.RUN);
        assertThat(only(change).verdict().basis().orElseThrow().blocks()).isEqualTo(5);
        assertThat(RunComparison.interleaved(runs(5), runs(5)).unit()).isEqualTo(Unit.BLOCK);
    }

    @Test
    void withFewerTheJvmIs() {
        assertThat(
                        only(RunComparison.apart(runs(4), runs(5)))
                                .verdict()
                                .basis()
                                .orElseThrow()
                                .blocks())
                .as("4 runs of 2 JVMs")
                .isEqualTo(8);
    }

    @Test
    void oneJvmOnASideTellsNothingButTheRatio() {
        CaseComparison cell = only(RunComparison.apart(run("a", 1_000), run("b", 2_000)));

        assertThat(cell.verdict()).isEqualTo(new Verdict.TooFewBlocks(1));
        assertThat(cell.ratio()).isCloseTo(2, CLOSE);
        assertThat(cell.interval()).isEmpty();
        assertThat(cell.isSlowerBy(0.05)).isFalse();
    }

    @Test
    void itIsSlowerByALimitWhereTheWholeIntervalIsAbove() {
        CaseComparison cell =
                only(RunComparison.apart(run("a", 1_000, 1_210), run("b", 2_000, 2_420)));

        assertThat(cell.isSlowerBy(0.11)).isTrue();
        assertThat(cell.isSlowerBy(0.12)).isFalse();
    }

    @Test
    void coldPassesAreComparedWhereNotBothHaveWarmOnes() {
        List<PassRow> before = new ArrayList<>(run("a", 1_000, 1_000));
        PassRow cold = cold("a", 3_000);
        before.add(cold);

        assertThat(only(RunComparison.apart(before, List.of(cold("b", 6_000)))).ratio())
                .isCloseTo(2, CLOSE);
    }

    @Test
    void whatOneSideAloneHasIsNoChange() {
        List<PassRow> before = new ArrayList<>(run("a", 1_000));
        before.add(Passes.of(ModeName.VIRTUAL).run("a").row());
        before.add(Passes.of(ModeName.ASYNC).run("a").files(9).row());

        assertThat(RunComparison.apart(before, run("b", 1_000)).cells()).hasSize(1);
        assertThat(
                        RunComparison.apart(
                                        run("a", 1_000),
                                        List.of(Passes.of(ModeName.ASYNC).run("b").failed().row()))
                                .cells())
                .isEmpty();
    }

    private static List<PassRow> runs(int count) {
        List<PassRow> rows = new ArrayList<>();
        for (int run = 1; run <= count; run++) {
            rows.addAll(run("r" + run, 1_000 + run, 1_000 - run));
        }
        return rows;
    }

    /// A JVM a block.
    private static List<PassRow> run(String id, long... millis) {
        List<PassRow> rows = new ArrayList<>();
        for (int block = 1; block <= millis.length; block++) {
            rows.add(
                    Passes.of(ModeName.ASYNC)
                            .run(id)
                            .block(block)
                            .wall(Duration.ofMillis(millis[block - 1]))
                            .row());
        }
        return rows;
    }

    private static PassRow cold(String id, long millis) {
        return Passes.of(ModeName.ASYNC)
                .run(id)
                .phase(Phase.COLD)
                .wall(Duration.ofMillis(millis))
                .row();
    }

    private static CaseComparison only(RunComparison change) {
        assertThat(change.cells()).hasSize(1);
        return change.cells().getFirst();
    }

    private static Interval interval(CaseComparison cell) {
        return cell.interval().orElseThrow();
    }
}
