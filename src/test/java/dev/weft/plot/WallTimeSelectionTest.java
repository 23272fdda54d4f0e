package dev.weft.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weft.analysis.Analysis;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import dev.weft.testing.Passes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WallTimeSelectionTest {
    private static final Passes GOOD = Passes.of(ModeName.ASYNC);
    private static final Instant LATER = Instant.parse("2026-11-21T00:00:00Z");

    @Test
    void showsOnlyWhatEndedWellAndIsVerified() throws Exception {
        PassRow good = GOOD.row();
        List<PassRow> rows = select(GOOD.failed().row(), good, GOOD.unverified().row());

        assertThat(ModeLine.ofWallTime(Analysis.of(rows), Phase.WARM))
                .singleElement()
                .satisfies(line -> assertThat(line.last().passes()).hasSize(1));
    }

    @Test
    void takesEachSizeOfAModeAsTheNewestRunMeasuredIt() throws Exception {
        PassRow old = GOOD.row();
        PassRow oldOfOtherMode = Passes.of(ModeName.THREADS).row();
        PassRow anew = GOOD.run("r2").startedAt(LATER).row();

        assertThat(select(old, oldOfOtherMode, anew)).containsExactly(oldOfOtherMode, anew);
        assertThat(omitted(old, oldOfOtherMode, anew))
                .contains("1 pass that a later run made anew");
    }

    @Test
    void takesOneRunAloneWhereItIsNamed() throws Exception {
        PassRow old = GOOD.run("r1").row();
        PassRow newer = GOOD.run("r2").startedAt(LATER).row();
        PassRow oldOfOtherSize = GOOD.run("r1").files(100).row();

        PassSelection selection =
                WallTimeSelection.of(
                        List.of(old, newer, oldOfOtherSize), Optional.of("r1"), Phase.WARM);

        assertThat(selection.rows()).containsExactly(old, oldOfOtherSize);
        assertThat(selection.omitted()).contains("1 pass of 1 other run");
    }

    @Test
    void saysThatThereIsNoSuchRun() {
        assertThatExceptionOfType(PlotException.class)
                .isThrownBy(
                        () ->
                                WallTimeSelection.of(
                                        List.of(GOOD.run("r1").row()),
                                        Optional.of("r7"),
                                        Phase.WARM))
                .withMessage("there is no run r7; the newest is r1");
    }

    @Test
    void countsWhatItLeavesOut() throws Exception {
        PassRow shown = GOOD.run("r3").fairness("new").startedAt(LATER).row();

        assertThat(
                        omitted(
                                shown,
                                GOOD.run("r1").row(),
                                GOOD.run("r2").row(),
                                GOOD.run("r2").row(),
                                GOOD.run("r3").fairness("other").row(),
                                GOOD.run("r3").fairness("new").failed().row()))
                .contains(
                        "3 passes of 2 other runs, 1 of other concurrencies or terms, 1 that"
                                + " failed or were not verified");
    }

    @Test
    void takesOnlyThePhaseThatWasAskedFor() throws Exception {
        PassRow cold = GOOD.phase(Phase.COLD).row();

        PassSelection selection =
                WallTimeSelection.of(
                        List.of(cold, Passes.of(ModeName.VIRTUAL).row()),
                        Optional.empty(),
                        Phase.COLD);

        assertThat(selection.rows()).containsExactly(cold);
        assertThat(selection.omitted()).isEmpty();
    }

    @Test
    void takesTheNewestGroupOfEqualFairnessWhereverItStands() throws Exception {
        PassRow newest = GOOD.run("r2").fairness("new").startedAt(LATER).row();
        PassRow sameGroupBefore = GOOD.files(100).fairness("new").row();
        PassRow old = GOOD.fairness("old").startedAt(LATER.minusSeconds(1)).row();

        assertThat(select(newest, old, sameGroupBefore)).containsExactly(sameGroupBefore, newest);
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
                .isThrownBy(
                        () ->
                                WallTimeSelection.of(
                                        List.of(GOOD.row()), Optional.empty(), Phase.COLD))
                .withMessage(
                        "none of the 1 verified passes is cold: measure some, or draw another"
                                + " phase");
    }

    private static List<PassRow> select(PassRow... rows) throws PlotException {
        return WallTimeSelection.of(List.of(rows), Optional.empty(), Phase.WARM).rows();
    }

    private static Optional<String> omitted(PassRow... rows) throws PlotException {
        return WallTimeSelection.of(List.of(rows), Optional.empty(), Phase.WARM).omitted();
    }
}
