package dev.weft.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.Sweep;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.Bound;
import dev.weft.record.Ideal;
import dev.weft.stats.Interval;
import dev.weft.testing.Passes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdealLineTest {
    private static final Passes PASS =
            Passes.of(ModeName.ASYNC)
                    .ideal(
                            Optional.of(
                                    new Ideal(
                                            Duration.ofMillis(200),
                                            Duration.ofMillis(160),
                                            Duration.ofMillis(250),
                                            Bound.LATENCY)));

    @Test
    void hasOnePointForAllModesOfASize() {
        Analysis analysis =
                Analysis.of(
                        List.of(
                                PASS.row(),
                                Passes.of(ModeName.THREADS).ideal(Optional.empty()).row()));

        assertThat(IdealLine.ofWallTime(analysis, Phase.WARM).points())
                .containsExactly(new IdealLine.Point(500, 0.2, new Interval(0.16, 0.25)));
    }

    @Test
    void hasNoPointWhereNothingOfThePhaseIsShown() {
        Analysis analysis = Analysis.of(List.of(PASS.row()));

        assertThat(IdealLine.ofWallTime(analysis, Phase.COLD).points()).isEmpty();
    }

    @Test
    void isAbsentWhereNothingWasCalibrated() {
        Analysis analysis = Analysis.of(List.of(PASS.ideal(Optional.empty()).row()));

        assertThat(IdealLine.ofWallTime(analysis, Phase.WARM).points()).isEmpty();
        assertThat(IdealLine.ofThroughput(Sweep.of(analysis)).points()).isEmpty();
    }

    @Test
    void isFilesOverTheIdealWallTimeOverConcurrencies() {
        Analysis analysis = Analysis.of(List.of(PASS.row(), PASS.concurrency(16).row()));

        assertThat(IdealLine.ofThroughput(Sweep.of(analysis)).points())
                .containsExactly(
                        new IdealLine.Point(16, 2_500, new Interval(2_000, 3_125)),
                        new IdealLine.Point(64, 2_500, new Interval(2_000, 3_125)));
    }
}
