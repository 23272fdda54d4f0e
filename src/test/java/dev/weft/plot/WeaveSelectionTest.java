package dev.weft.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weft.analysis.BenchmarkCase;
import dev.weft.analysis.RepresentativePass;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import dev.weft.testing.MadeUpTimings;
import dev.weft.testing.Passes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WeaveSelectionTest {
    private static final Instant LATER = Instant.parse("2026-11-21T00:00:00Z");

    private final List<PassRow> rows = new ArrayList<>();
    private final List<PassRow> timed = new ArrayList<>();

    @Test
    void takesTheTypicalPassOfEachModeInTheirOrder() throws Exception {
        PassRow virtual = timed(Passes.of(ModeName.VIRTUAL));
        timed(Passes.of(ModeName.SEQUENTIAL).block(1).wall(Duration.ofSeconds(9)));
        PassRow median = timed(Passes.of(ModeName.SEQUENTIAL).block(2).wall(Duration.ofSeconds(8)));
        timed(Passes.of(ModeName.SEQUENTIAL).block(3).wall(Duration.ofSeconds(7)));

        assertThat(select(CaseChoice.ANY))
                .containsExactly(
                        new RepresentativePass(median, true),
                        new RepresentativePass(virtual, true));
    }

    @Test
    void takesTheNewestRunThatHasTimings() throws Exception {
        rows.add(Passes.of(ModeName.ASYNC).run("newest").startedAt(LATER).row());
        PassRow later =
                timed(Passes.of(ModeName.ASYNC).run("later").startedAt(LATER.minusSeconds(9)));
        timed(Passes.of(ModeName.ASYNC).run("former"));

        assertThat(select(CaseChoice.ANY))
                .extracting(RepresentativePass::row)
                .containsExactly(later);
    }

    @Test
    void takesTheRunThatIsAskedFor() throws Exception {
        timed(Passes.of(ModeName.ASYNC).run("later").startedAt(LATER));
        PassRow former = timed(Passes.of(ModeName.ASYNC).run("former"));

        assertThat(select(Optional.of("former"), Phase.WARM, CaseChoice.ANY))
                .extracting(RepresentativePass::row)
                .containsExactly(former);
    }

    @Test
    void prefersManyModesThenManyFilesThenHighConcurrency() throws Exception {
        for (int concurrency : new int[] {4, 16}) {
            for (int files : new int[] {100, 500}) {
                timed(Passes.of(ModeName.THREADS).files(files).concurrency(concurrency));
                timed(Passes.of(ModeName.ASYNC).files(files).concurrency(concurrency));
            }
        }
        timed(Passes.of(ModeName.ASYNC).files(900).concurrency(64));

        assertThat(settings(CaseChoice.ANY)).containsOnly("500 files, 16 at once");
    }

    @Test
    void takesTheSequentialModeOfTheSameZipWhateverItsPool() throws Exception {
        timed(Passes.of(ModeName.SEQUENTIAL).files(100).concurrency(1));
        timed(Passes.of(ModeName.SEQUENTIAL).files(500).concurrency(1));
        timed(Passes.of(ModeName.ASYNC).files(500).concurrency(1));
        timed(Passes.of(ModeName.ASYNC).files(500).concurrency(16));

        assertThat(settings(CaseChoice.ANY))
                .containsExactly("500 files, 1 at once", "500 files, 16 at once");
    }

    @Test
    void takesTheSettingThatIsChosen() throws Exception {
        for (int concurrency : new int[] {4, 16}) {
            timed(Passes.of(ModeName.ASYNC).files(100).concurrency(concurrency));
            timed(Passes.of(ModeName.ASYNC).files(500).concurrency(concurrency));
        }

        assertThat(settings(new CaseChoice(OptionalInt.of(100), OptionalInt.empty())))
                .containsExactly("100 files, 16 at once");
        assertThat(settings(new CaseChoice(OptionalInt.empty(), OptionalInt.of(4))))
                .containsExactly("500 files, 4 at once");
    }

    @Test
    void saysWhichSettingsThereAre() {
        timed(Passes.of(ModeName.ASYNC).run("r").files(100));
        timed(Passes.of(ModeName.ASYNC).run("r").files(500));

        assertThatExceptionOfType(PlotException.class)
                .isThrownBy(() -> select(new CaseChoice(OptionalInt.of(7), OptionalInt.of(9))))
                .withMessage(
                        "run r has no timings of 7 files, 9 at once; it has those of 100 files, 64 at once and of 500 files, 64 at once");
    }

    @Test
    void doesNotMixTheSidesOfAComparison() throws Exception {
        timed(Passes.of(ModeName.THREADS).side("old"));
        timed(Passes.of(ModeName.ASYNC).side("new").startedAt(LATER));

        assertThat(select(CaseChoice.ANY))
                .extracting(pass -> pass.row().place().side())
                .containsExactly(Optional.of("new"));
    }

    @Test
    void takesTheColdPassesWhereTheyAreAskedFor() throws Exception {
        timed(Passes.of(ModeName.ASYNC));
        PassRow cold = timed(Passes.of(ModeName.ASYNC).phase(Phase.COLD).trial("t", 1));

        assertThat(select(Optional.empty(), Phase.COLD, CaseChoice.ANY))
                .extracting(RepresentativePass::row)
                .containsExactly(cold);
    }

    @Test
    void saysThatNoPassIsCold() {
        timed(Passes.of(ModeName.ASYNC));

        assertThatExceptionOfType(PlotException.class)
                .isThrownBy(() -> select(Optional.empty(), Phase.COLD, CaseChoice.ANY))
                .withMessage("no pass is cold: measure some, or draw another phase");
    }

    @Test
    void saysThatThereAreNoTimings() {
        rows.add(Passes.of(ModeName.ASYNC).row());

        assertThatExceptionOfType(PlotException.class)
                .isThrownBy(() -> select(CaseChoice.ANY))
                .withMessage(
                        "none of the 1 warm passes has its timings in benchmark/runs: name their file with --timings-csv, or measure some with `weft run`");
    }

    private PassRow timed(Passes pass) {
        PassRow row = pass.row();
        rows.add(row);
        timed.add(row);
        return row;
    }

    private List<RepresentativePass> select(CaseChoice choice) throws Exception {
        return select(Optional.empty(), Phase.WARM, choice);
    }

    private List<RepresentativePass> select(Optional<String> run, Phase phase, CaseChoice choice)
            throws Exception {
        return WeaveSelection.of(rows, MadeUpTimings.of(timed), run, phase, choice);
    }

    private List<String> settings(CaseChoice choice) throws Exception {
        return select(choice).stream()
                .map(pass -> BenchmarkCase.of(pass.row()).toString())
                .toList();
    }
}
