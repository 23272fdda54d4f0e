package dev.weft.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.csv.RecordException;
import dev.weft.plan.ModeName;
import dev.weft.record.PassResult;
import dev.weft.record.ResultsFile;
import dev.weft.testing.PassResults;
import dev.weft.testing.Passes;
import dev.weft.testing.ScriptedTrials;
import dev.weft.testing.Specs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedTrialTest {
    private static final Path ZIP = Path.of("/a.zip");
    private static final PassResult MEASURED = PassResults.stored(2);

    @TempDir private Path folder;
    private final List<String> diary = new ArrayList<>();
    private boolean fullDisk;

    @Test
    void aPassIsMeasuredThoughItsItemsAreLost() throws Exception {
        Trial trial = trial();
        fullDisk = true;
        assertThat(trial.run(Specs.cold(ZIP))).isEqualTo(MEASURED);
    }

    @Test
    void theNextPassIsNotMadeAndSaysWhatWasLost() throws Exception {
        Trial trial = trial();
        fullDisk = true;
        var _ = trial.run(Specs.cold(ZIP));
        diary.clear();
        assertThatThrownBy(() -> trial.run(Specs.warm(2, ZIP)))
                .isInstanceOf(TrialException.class)
                .hasMessageContaining(folder.toString());
        assertThat(diary).isEmpty();
    }

    @Test
    void closingTellsOfTheLossAfterTheTrialIsClosed() throws Exception {
        Trial trial = trial();
        fullDisk = true;
        var _ = trial.run(Specs.cold(ZIP));
        fullDisk = false;
        assertThatThrownBy(trial::close)
                .isInstanceOf(TrialException.class)
                .hasMessageContaining(folder.toString());
        assertThat(diary).last().isEqualTo("close trial");
    }

    @Test
    void goesOnWhereNothingIsLost() throws Exception {
        try (Trial trial = trial()) {
            assertThat(trial.run(Specs.cold(ZIP))).isEqualTo(MEASURED);
            assertThat(trial.run(Specs.warm(2, ZIP))).isEqualTo(MEASURED);
        }
        assertThat(diary).containsExactly("open trial", "run 1", "run 2", "close trial");
    }

    private Trial trial() throws TrialException {
        Trial scripted =
                new ScriptedTrials((_, _) -> MEASURED, diary::add)
                        .open(Specs.trial(ModeName.VIRTUAL, 1, Specs.nowhere()));
        return new RecordedTrial(
                scripted,
                new RecordedTrial.Timings() {
                    @Override
                    public void flush() throws RecordException {
                        failOnFullDisk();
                    }

                    @Override
                    public void close() throws RecordException {
                        failOnFullDisk();
                    }
                });
    }

    private void failOnFullDisk() throws RecordException {
        if (fullDisk) {
            var _ = new ResultsFile(folder).append(Passes.of(ModeName.ASYNC).row());
        }
    }
}
