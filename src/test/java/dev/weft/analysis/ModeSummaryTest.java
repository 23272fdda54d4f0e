package dev.weft.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.Ideal;
import dev.weft.record.Ideal.Bound;
import dev.weft.record.PassRow;
import dev.weft.record.PassStatus;
import dev.weft.stats.Estimate;
import dev.weft.testing.Passes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ModeSummaryTest {
    private static final Offset<Double> CLOSE = within(1e-9);

    private final List<PassRow> rows = new ArrayList<>();

    /// The medians of the JVMs are 200 and 800 ms, and √(200·800) is 400.
    @Test
    void takesTheMedianOfAJvmAndTheGeometricMeanOfJvms() {
        passes(1, 900, 100, 200);
        passes(2, 800);

        assertThat(summary().wallSecondsByBlock(Phase.WARM).values()).containsExactly(0.2, 0.8);
        Estimate wall = summary().wallSeconds(Phase.WARM).orElseThrow();
        assertThat(wall.value()).isCloseTo(0.4, CLOSE);
        assertThat(wall.interval()).isPresent();
        assertThat(summary().throughput().orElseThrow().value()).isCloseTo(500 / 0.4, within(1e-6));
    }

    @Test
    void oneJvmHasNoInterval() {
        passes(1, 100, 200);

        assertThat(summary().wallSeconds(Phase.WARM).orElseThrow())
                .isEqualTo(
                        new Estimate(
                                summary().wallSeconds(Phase.WARM).orElseThrow().value(),
                                Optional.empty()));
        assertThat(summary().wallSeconds(Phase.WARM).orElseThrow().value()).isCloseTo(0.15, CLOSE);
    }

    @Test
    void coldAndWarmPassesAreApart() {
        passes(1, 100);
        rows.add(Passes.of(ModeName.ASYNC).phase(Phase.COLD).wall(Duration.ofMillis(900)).row());

        assertThat(summary().wallSeconds(Phase.COLD).orElseThrow().value()).isCloseTo(0.9, CLOSE);
        assertThat(summary().wallSeconds(Phase.WARM).orElseThrow().value()).isCloseTo(0.1, CLOSE);
        assertThat(summary().processSeconds().orElseThrow().value())
                .as("900 ms from the start of the JVM to that of the pass")
                .isCloseTo(1.8, CLOSE);
    }

    @Test
    void whatDidNotEndWellIsNoFigureButAComplaint() {
        passes(1, 100);
        rows.add(Passes.of(ModeName.ASYNC).failed().row());
        rows.add(Passes.of(ModeName.ASYNC).failed().row());
        rows.add(Passes.of(ModeName.ASYNC).status(PassStatus.INTERRUPTED).row());

        assertThat(summary().wallSeconds(Phase.WARM).orElseThrow().value()).isCloseTo(0.1, CLOSE);
        assertThat(summary().passes(Phase.WARM)).isEqualTo(4);
        assertThat(summary().good(Phase.WARM)).hasSize(1);
        assertThat(summary().complaints())
                .containsExactly(
                        "2 passes failed: an item is missing",
                        "warm pass interrupted: an item is missing");
    }

    /// 100 and 300 ms over 2·500 uploads.
    @Test
    void cpuIsThatOfAllPassesOverAllUploads() {
        rows.add(Passes.of(ModeName.ASYNC).cpu(Duration.ofMillis(100)).row());
        rows.add(Passes.of(ModeName.ASYNC).cpu(Duration.ofMillis(300)).row());

        assertThat(summary().cpuMillisPerUpload().orElseThrow()).isCloseTo(0.4, CLOSE);
        assertThat(summary().serverCpuMillisPerUpload().orElseThrow()).isCloseTo(0.26, CLOSE);
        assertThat(summary().switchesPerUpload().orElseThrow())
                .as("2,340 and 56 over 500")
                .isCloseTo(4.792, CLOSE);
    }

    @Test
    void efficiencyIsTheIdealOverTheWallTime() {
        passes(1, 400);

        assertThat(summary().efficiency(Phase.WARM).orElseThrow()).isCloseTo(0.55, CLOSE);
        assertThat(summary().efficiency(Phase.COLD)).isEmpty();
    }

    @Test
    void theIdealOfASettingIsTheOneThatWasKnownLast() {
        Duration late = Duration.ofMillis(250);
        Instant noon = Instant.parse("2026-11-20T12:00:00Z");
        rows.add(
                Passes.of(ModeName.VIRTUAL)
                        .startedAt(noon.plusSeconds(9))
                        .ideal(Optional.of(new Ideal(late, late, late, Bound.LATENCY)))
                        .row());
        passes(1, 400);

        assertThat(Analysis.of(rows).summaries())
                .hasSize(2)
                .allSatisfy(of -> assertThat(of.ideal().orElseThrow().wall()).isEqualTo(late));
    }

    @Test
    void speedUpIsAgainstTheSequentialModeWithTheSameZip() {
        passes(1, 400);
        rows.add(Passes.of(ModeName.SEQUENTIAL).concurrency(8).wall(Duration.ofSeconds(8)).row());
        rows.add(Passes.of(ModeName.ASYNC).files(100).row());
        Analysis analysis = Analysis.of(rows);

        assertThat(
                        analysis.speedUp(
                                analysis.in(new BenchmarkCase("500x100KiB.zip", 500, 64))
                                        .getFirst()))
                .hasValueCloseTo(20.0, CLOSE);
        assertThat(
                        analysis.speedUp(
                                analysis.in(new BenchmarkCase("100x100KiB.zip", 100, 64))
                                        .getFirst()))
                .isEmpty();
    }

    @Test
    void thereIsNoSummaryOfNothing() {
        assertThatThrownBy(
                        () ->
                                new ModeSummary(
                                        new BenchmarkCase("a.zip", 1, 1),
                                        ModeName.ASYNC,
                                        Optional.empty(),
                                        List.of()))
                .hasMessageContaining("nothing was measured");
    }

    private void passes(int block, long... millis) {
        for (long wall : millis) {
            rows.add(Passes.of(ModeName.ASYNC).block(block).wall(Duration.ofMillis(wall)).row());
        }
    }

    private ModeSummary summary() {
        return Analysis.of(rows).summaries().getFirst();
    }
}
