package dev.weft.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ConcurrencyLevel;
import dev.weft.plan.ExperimentDesign;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.ModeName;
import dev.weft.plan.Planner;
import dev.weft.plan.WarmupPolicy;
import dev.weft.record.EarlyStop;
import dev.weft.record.ItemCounts;
import dev.weft.record.PassResult;
import dev.weft.testing.PassResults;
import dev.weft.testing.Specs;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Blocks of three trials.
class AbortRuleTest {
    private static final PassResult WELL = PassResults.stored(9);
    private static final PassResult NOTHING =
            PassResults.cut(
                    new ItemCounts(0, 20, 80), EarlyStop.Cause.TOO_MANY_FAILURES, "gave up");
    private static final PassResult LITTLE =
            PassResults.cut(
                    new ItemCounts(9, 11, 80), EarlyStop.Cause.TOO_MANY_FAILURES, "gave up");
    private static final PassResult STALLED =
            PassResults.cut(new ItemCounts(0, 1, 99), EarlyStop.Cause.STALLED, "stalled");

    private final AbortRule surrender =
            new AbortRule(
                    new Planner("r", Specs.nowhere(), FairnessContract::standard, Path.of("/t.csv"))
                            .trials(
                                    new ExperimentDesign(
                                            List.of(
                                                    ModeName.THREADS,
                                                    ModeName.ASYNC,
                                                    ModeName.VIRTUAL),
                                            List.of(
                                                    new ConcurrencyLevel(
                                                            4, List.of(Path.of("/a.zip")))),
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
