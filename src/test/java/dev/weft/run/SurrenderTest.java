package dev.weft.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.Design;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.Load;
import dev.weft.plan.ModeName;
import dev.weft.plan.Planner;
import dev.weft.plan.WarmupPolicy;
import dev.weft.record.Counts;
import dev.weft.record.Cut;
import dev.weft.record.PassResult;
import dev.weft.testing.PassResults;
import dev.weft.testing.Specs;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Blocks of three trials.
class SurrenderTest {
    private static final PassResult WELL = PassResults.stored(9);
    private static final PassResult NOTHING =
            PassResults.cut(new Counts(0, 20, 80), Cut.Cause.GAVE_UP, "gave up");
    private static final PassResult LITTLE =
            PassResults.cut(new Counts(9, 11, 80), Cut.Cause.GAVE_UP, "gave up");
    private static final PassResult STALLED =
            PassResults.cut(new Counts(0, 1, 99), Cut.Cause.STALLED, "stalled");

    private final Surrender surrender =
            new Surrender(
                    new Planner("r", Specs.nowhere(), FairnessContract::standard, Path.of("/t.csv"))
                            .trials(
                                    new Design(
                                            List.of(
                                                    ModeName.THREADS,
                                                    ModeName.ASYNC,
                                                    ModeName.VIRTUAL),
                                            List.of(new Load(4, List.of(Path.of("/a.zip")))),
                                            8,
                                            1,
                                            new WarmupPolicy.Fixed(0),
                                            false,
                                            1)));

    @Test
    void twoTrialsInARowThatStoredNothingAreEnough() {
        assertThat(surrender.after(List.of(NOTHING))).isEmpty();
        assertThat(surrender.after(List.of(NOTHING)))
                .contains("ended early: 2 trials in a row gave up and stored nothing");
    }

    @Test
    void oneModeThatGivesUpDoesNotTakeTheOthersResults() {
        for (int block = 0; block < 8; block++) {
            assertThat(surrender.after(List.of(NOTHING))).isEmpty();
            assertThat(surrender.after(List.of(WELL, WELL))).isEmpty();
            assertThat(surrender.after(List.of(WELL, WELL))).isEmpty();
        }
    }

    @Test
    void whereSomethingIsStoredAWholeBlockMustGiveUp() {
        assertThat(surrender.after(List.of(WELL, LITTLE))).isEmpty();
        assertThat(surrender.after(List.of(LITTLE))).isEmpty();
        assertThat(surrender.after(List.of(WELL, NOTHING)))
                .contains("ended early: 3 trials in a row gave up");
    }

    @Test
    void aStallIsNoSurrender() {
        for (int trial = 0; trial < 6; trial++) {
            assertThat(surrender.after(List.of(STALLED))).isEmpty();
        }
    }

    @Test
    void aTrialThatToldNothingIsNoSurrender() {
        assertThat(surrender.after(List.of(NOTHING))).isEmpty();
        assertThat(surrender.after(List.of())).isEmpty();
        assertThat(surrender.after(List.of(NOTHING))).isEmpty();
    }
}
