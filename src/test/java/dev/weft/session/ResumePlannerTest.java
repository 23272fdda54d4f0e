package dev.weft.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ConcurrencyLevel;
import dev.weft.plan.ExperimentDesign;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.ModeName;
import dev.weft.plan.PassSpec;
import dev.weft.plan.PlannedTrial;
import dev.weft.plan.Planner;
import dev.weft.plan.WarmupPolicy;
import dev.weft.record.PassRow;
import dev.weft.record.PassStatus;
import dev.weft.testing.Passes;
import dev.weft.testing.Specs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A plan of two trials, each of a cold pass 1, a warm-up and warm passes 2 and 3.
class ResumePlannerTest {
    private final List<PlannedTrial> trials =
            new Planner("run", Specs.nowhere(), FairnessContract::standard, Path.of("/t.csv"))
                    .trials(
                            new ExperimentDesign(
                                    List.of(ModeName.THREADS, ModeName.ASYNC),
                                    List.of(new ConcurrencyLevel(8, List.of(Path.of("/a.zip")))),
                                    1,
                                    2,
                                    new WarmupPolicy.Fixed(10),
                                    false,
                                    1));
    private final String first = trials.getFirst().spec().trialId();
    private final String second = trials.getLast().spec().trialId();
    private final List<PassRow> rows = new ArrayList<>();

    @Test
    void allIsLeftOfAnExperimentOfWhichNothingWasRecorded() {
        assertThat(left()).isEqualTo(trials);
    }

    @Test
    void nothingIsLeftOfATrialThatWasRecorded() {
        recorded(first, PassStatus.OK, 1, 2, 3);

        assertThat(left())
                .extracting(trial -> trial.spec().trialId())
                .as("it may have been on its way when weft was killed")
                .containsExactly(second + "-again1");
    }

    @Test
    void aFailedPassIsDoneToo() {
        recorded(first, PassStatus.OK, 1, 2);
        recorded(first, PassStatus.FAILED, 3);

        assertThat(left())
                .extracting(trial -> trial.spec().trialId())
                .as("it may have been on its way when weft was killed")
                .containsExactly(second + "-again1");
    }

    @Test
    void aTrialThatWasInterruptedGoesOnWithWhatItHasLeftInAJvmOfAnotherName() {
        recorded(first, PassStatus.OK, 1, 2);
        recorded(first, PassStatus.INTERRUPTED, 3);

        assertThat(passes(left().getFirst())).containsExactly(0, 3);
        assertThat(left().getFirst().spec().trialId()).isEqualTo(first + "-again1");
        assertThat(left().getFirst().block()).isEqualTo(trials.getFirst().block());
    }

    @Test
    void itCanBeInterruptedAgain() {
        recorded(first, PassStatus.OK, 1);
        recorded(first, PassStatus.INTERRUPTED, 2);
        recorded(first + "-again1", PassStatus.OK, 2);
        recorded(first + "-again1", PassStatus.INTERRUPTED, 3);

        assertThat(passes(left().getFirst())).containsExactly(0, 3);
        assertThat(left().getFirst().spec().trialId()).isEqualTo(first + "-again2");
    }

    @Test
    void aColdPassAloneNeedsNoWarmUp() {
        recorded(second, PassStatus.INTERRUPTED, 1);
        recorded(second, PassStatus.OK, 2, 3);

        assertThat(passes(left().getLast())).containsExactly(1);
    }

    private void recorded(String trialId, PassStatus status, int... passes) {
        for (int pass : passes) {
            rows.add(Passes.of(ModeName.THREADS).trial(trialId, pass).status(status).row());
        }
    }

    private List<PlannedTrial> left() {
        return new ResumePlanner(rows).of(trials);
    }

    private static List<Integer> passes(PlannedTrial trial) {
        return trial.passes().stream().map(PassSpec::number).toList();
    }
}
