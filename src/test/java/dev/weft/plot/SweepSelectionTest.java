package dev.weft.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weft.plan.ModeName;
import dev.weft.record.PassRow;
import dev.weft.testing.Passes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SweepSelectionTest {
    private static final Passes AT_64 = Passes.of(ModeName.ASYNC).run("sweep").fairness("c64");
    private static final Passes AT_4 = AT_64.concurrency(4).fairness("c4");
    private static final Instant LATER = Instant.parse("2026-11-21T00:00:00Z");

    @Test
    void takesAllConcurrenciesOfARunWhateverTheirFairness() throws Exception {
        PassRow one = AT_4.row();
        PassRow other = AT_64.row();

        assertThat(select(one, other).rows()).containsExactly(one, other);
        assertThat(select(one, other).omitted()).isEmpty();
    }

    @Test
    void takesTheNewestRunThatHasSeveralConcurrencies() throws Exception {
        PassRow newest = AT_64.run("one").startedAt(LATER).row();

        PassSelection selection = select(AT_4.row(), AT_64.row(), newest);

        assertThat(selection.rows()).containsExactly(AT_4.row(), AT_64.row());
        assertThat(selection.omitted()).contains("1 pass of 1 other run");
    }

    @Test
    void doesNotTakeTheSequentialModeForAConcurrency() {
        PassRow sequential =
                Passes.of(ModeName.SEQUENTIAL).run("sweep").concurrency(4).fairness("c4").row();

        assertThatExceptionOfType(PlotException.class)
                .isThrownBy(() -> select(sequential, AT_64.row()));
    }

    @Test
    void takesTheLargestZipOfEachConcurrency() throws Exception {
        PassRow small = AT_64.files(100).row();

        PassSelection selection = select(small, AT_4.row(), AT_64.row());

        assertThat(selection.rows()).containsExactly(AT_4.row(), AT_64.row());
        assertThat(selection.omitted()).contains("1 pass of smaller zips");
    }

    @Test
    void takesOneSideOfAComparisonAndSaysSo() throws Exception {
        PassRow oldAt64 = AT_64.side("old").row();
        PassRow newAt4 = AT_4.side("new").row();
        PassRow newAt64 = AT_64.side("new").row();

        PassSelection selection = select(oldAt64, newAt4, newAt64);

        assertThat(selection.rows()).containsExactly(newAt4, newAt64);
        assertThat(selection.omitted()).contains("1 pass of side old");
    }

    @Test
    void takesFilesOfOneSizeAndSaysSo() throws Exception {
        PassRow other = AT_64.fileBytes(4_096).row();

        PassSelection selection = select(AT_4.row(), other, AT_64.row());

        assertThat(selection.rows()).containsExactly(AT_4.row(), AT_64.row());
        assertThat(selection.omitted()).contains("1 pass of zips with other files");
    }

    @Test
    void saysThatTheRunHasOneConcurrencyOnly() {
        assertThatExceptionOfType(PlotException.class)
                .isThrownBy(() -> SweepSelection.of(List.of(AT_64.row()), Optional.of("sweep")))
                .withMessage(
                        "run sweep has one concurrency only: measure some with `weft run"
                                + " --concurrency=1,4,16,64 --files=20xC`");
    }

    private static PassSelection select(PassRow... rows) throws PlotException {
        return SweepSelection.of(List.of(rows), Optional.empty());
    }
}
