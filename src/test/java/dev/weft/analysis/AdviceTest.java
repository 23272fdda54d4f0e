package dev.weft.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ModeName;
import dev.weft.record.PassRow;
import dev.weft.testing.Passes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Four blocks, every mode with the same noise in the same block, so that differences are exact.
class AdviceTest {
    private static final List<Double> NOISE = List.of(1.0, 1.1, 0.9, 1.05);

    private final List<PassRow> rows = new ArrayList<>();

    @Test
    void recommendsTheFastestMode() {
        measured(ModeName.THREADS, 64, 500);
        measured(ModeName.ASYNC, 64, 400);
        measured(ModeName.VIRTUAL, 64, 450);

        assertThat(advice().recommended().mode()).isEqualTo(ModeName.ASYNC);
        assertThat(advice().rivals())
                .extracting(rival -> rival.summary().mode())
                .containsExactly(ModeName.VIRTUAL, ModeName.THREADS);
        assertThat(advice().rivals()).noneMatch(Advice.Rival::isAsGood);
        assertThat(advice().isOfASweep()).isFalse();
    }

    @Test
    void whereTimeDecidesNothingItRecommendsTheOneThatCostsLess() {
        measured(Passes.of(ModeName.ASYNC).cpu(Duration.ofMillis(500)), 400);
        measured(Passes.of(ModeName.VIRTUAL).cpu(Duration.ofMillis(300)), 410);

        assertThat(advice().recommended().mode()).isEqualTo(ModeName.VIRTUAL);
        assertThat(advice().rivals()).allMatch(Advice.Rival::isAsGood);
    }

    @Test
    void aLittleLessCpuIsNoReason() {
        measured(Passes.of(ModeName.ASYNC).cpu(Duration.ofMillis(310)), 400);
        measured(Passes.of(ModeName.VIRTUAL).cpu(Duration.ofMillis(300)), 410);

        assertThat(advice().recommended().mode()).isEqualTo(ModeName.ASYNC);
    }

    @Test
    void ofASweepItTakesTheSmallestConcurrencyThatIsGoodEnough() {
        measured(ModeName.ASYNC, 8, 800);
        measured(ModeName.ASYNC, 16, 410);
        measured(ModeName.ASYNC, 32, 400);

        assertThat(advice().recommended().setting().concurrency()).isEqualTo(16);
        assertThat(advice().isOfASweep()).isTrue();
        assertThat(advice().isLargerTried()).isTrue();
    }

    @Test
    void atTheEndOfASweepNothingLargerWasTried() {
        measured(ModeName.ASYNC, 8, 800);
        measured(ModeName.ASYNC, 16, 400);

        assertThat(advice().isLargerTried()).isFalse();
    }

    @Test
    void isHeldAgainstTheSequentialModeUnlessSomebodySays() {
        measured(ModeName.SEQUENTIAL, 8, 9_000);
        measured(ModeName.THREADS, 8, 500);
        measured(ModeName.ASYNC, 8, 400);

        assertThat(advice().present().orElseThrow().summary().mode())
                .isEqualTo(ModeName.SEQUENTIAL);
        assertThat(against(ModeName.THREADS, OptionalInt.of(8)).orElseThrow().summary().mode())
                .isEqualTo(ModeName.THREADS);
        assertThat(against(ModeName.SEQUENTIAL, OptionalInt.of(1))).isPresent();
    }

    @Test
    void whatIsRecommendedOrWasNotMeasuredIsHeldAgainstNothing() {
        measured(ModeName.THREADS, 8, 500);
        measured(ModeName.ASYNC, 8, 400);

        assertThat(against(ModeName.ASYNC, OptionalInt.empty())).isEmpty();
        assertThat(against(ModeName.THREADS, OptionalInt.of(9))).isEmpty();
        assertThat(against(ModeName.VIRTUAL, OptionalInt.empty())).isEmpty();
    }

    @Test
    void thePresentChoiceIsTakenWithAsManyFilesAsWhatIsRecommended() {
        measured(Passes.of(ModeName.ASYNC).files(100), 100);
        measured(Passes.of(ModeName.ASYNC).files(500), 400);

        assertThat(against(ModeName.ASYNC, OptionalInt.of(64)))
                .as("the same mode with fewer files is no other choice")
                .isEmpty();
    }

    @Test
    void aPairHasOneVerdictWhereverItIsNamed() {
        measured(ModeName.THREADS, 8, 500);
        measured(ModeName.ASYNC, 8, 400);
        measured(ModeName.VIRTUAL, 8, 450);

        Advice.Rival present = advice().present().orElseThrow();
        assertThat(present.summary().mode()).isEqualTo(ModeName.THREADS);
        assertThat(advice().rivals()).contains(present);
    }

    @Test
    void thereIsNoneWithoutAWarmPassOfAConcurrentModeThatEndedWell() {
        measured(ModeName.SEQUENTIAL, 8, 9_000);
        rows.add(Passes.of(ModeName.ASYNC).failed().row());

        assertThat(Advice.of(Analysis.of(rows), Optional.empty())).isEmpty();
    }

    private void measured(ModeName mode, int concurrency, double millis) {
        measured(Passes.of(mode).concurrency(concurrency), millis);
    }

    private void measured(Passes pass, double millis) {
        for (int block = 1; block <= NOISE.size(); block++) {
            rows.add(
                    pass.block(block)
                            .wall(Duration.ofNanos(Math.round(millis * 1e6 * NOISE.get(block - 1))))
                            .row());
        }
    }

    private Advice advice() {
        return Advice.of(Analysis.of(rows), Optional.empty()).orElseThrow();
    }

    private Optional<Advice.Rival> against(ModeName mode, OptionalInt concurrency) {
        return Advice.of(Analysis.of(rows), Optional.of(new PresentChoice(mode, concurrency)))
                .orElseThrow()
                .present();
    }
}
