package dev.weft.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import dev.weft.testing.Passes;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final Passes GOOD = Passes.of(ModeName.ASYNC);
    private static final Instant LATER = Instant.parse("2026-11-21T00:00:00Z");

    @Test
    void takesOnlyWhatEndedWellAndIsVerified() throws Exception {
        PassRow good = GOOD.row();

        assertThat(select(GOOD.failed().row(), good, GOOD.unverified().row()))
                .containsExactly(good);
    }

    @Test
    void takesOnlyThePhaseThatWasAskedFor() throws Exception {
        PassRow cold = GOOD.phase(Phase.COLD).row();

        assertThat(Selection.of(List.of(GOOD.row(), cold), Phase.COLD).rows())
                .containsExactly(cold);
    }

    @Test
    void takesTheNewestGroupOfEqualFairnessWhereverItStands() throws Exception {
        PassRow newest = GOOD.run("r2").fairness("new").startedAt(LATER).row();
        PassRow sameGroupBefore = GOOD.fairness("new").row();
        PassRow old = GOOD.fairness("old").startedAt(LATER.minusSeconds(1)).row();

        assertThat(select(newest, old, sameGroupBefore)).containsExactly(newest, sameGroupBefore);
    }

    @Test
    void ofASweepItTakesTheGroupOfTheMostModes() throws Exception {
        PassRow sequential = Passes.of(ModeName.SEQUENTIAL).fairness("C8").row();
        PassRow asyncAt8 = GOOD.fairness("C8").row();
        PassRow asyncAt64 = GOOD.fairness("C64").startedAt(LATER).row();

        assertThat(select(sequential, asyncAt64, asyncAt8)).containsExactly(sequential, asyncAt8);
    }

    @Test
    void ofGroupsOfAsManyModesItTakesTheNewest() throws Exception {
        PassRow at8 = GOOD.fairness("C8").row();
        PassRow at64 = GOOD.fairness("C64").startedAt(LATER).row();

        assertThat(select(at64, at8)).containsExactly(at64);
    }

    @Test
    void countsOnlyTheModesOfTheNewestRun() throws Exception {
        PassRow newest = GOOD.run("r2").fairness("new").startedAt(LATER).row();
        PassRow old = GOOD.fairness("old").row();
        PassRow alsoOld = Passes.of(ModeName.THREADS).fairness("old").row();

        assertThat(select(old, newest, alsoOld)).containsExactly(newest);
    }

    @Test
    void doesNotLetAFailedPassChooseTheGroup() throws Exception {
        PassRow good = GOOD.fairness("old").row();
        PassRow newestButFailed = GOOD.fairness("new").startedAt(LATER).failed().row();

        assertThat(select(good, newestButFailed)).containsExactly(good);
    }

    @Test
    void saysThatThereAreNoPasses() {
        assertThatExceptionOfType(PlotException.class)
                .isThrownBy(() -> select())
                .withMessage("there are no passes to draw: make some with `weft run`");
    }

    @Test
    void saysThatNoPassIsVerified() {
        assertThatExceptionOfType(PlotException.class)
                .isThrownBy(() -> select(GOOD.failed().row(), GOOD.unverified().row()))
                .withMessageStartingWith("none of the 2 passes was stored and verified");
    }

    @Test
    void saysThatNoPassIsOfThePhase() {
        assertThatExceptionOfType(PlotException.class)
                .isThrownBy(() -> Selection.of(List.of(GOOD.row()), Phase.COLD))
                .withMessage(
                        "none of the 1 verified passes is cold: measure some, or draw another"
                                + " phase");
    }

    private static List<PassRow> select(PassRow... rows) throws PlotException {
        return Selection.of(List.of(rows), Phase.WARM).rows();
    }
}
