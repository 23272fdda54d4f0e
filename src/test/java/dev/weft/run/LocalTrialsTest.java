package dev.weft.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.plan.Credentials;
import dev.weft.plan.ModeName;
import dev.weft.record.ItemCounts;
import dev.weft.record.PassResult;
import dev.weft.record.TimingsFile;
import dev.weft.testing.HttpRecorder;
import dev.weft.testing.SmallZip;
import dev.weft.testing.Specs;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTrialsTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir private Path folder;
    private final LocalTrials trials =
            new LocalTrials(InstantSource.fixed(NOON), Optional.of(NOON.minusSeconds(3)));

    @Test
    void everyItemIsInTheFileWhenAPassReturns() throws Exception {
        Path timings = folder.resolve("timings.csv");
        try (HttpRecorder server = HttpRecorder.start();
                Trial trial =
                        trials.open(
                                Specs.trial(
                                        ModeName.SEQUENTIAL, 1, server.target(keys()), timings))) {
            assertThat(trial.progress()).isEqualTo(Progress.NONE);
            PassResult result = trial.run(Specs.cold(zip()));
            assertThat(result.counts()).isEqualTo(new ItemCounts(1, 0, 0));
            assertThat(result.measures().process().orElseThrow()).hasSeconds(3);
            assertThat(TimingsFile.read(timings).rows()).hasSize(1);
        }
    }

    @Test
    void aTrialThatIsStoppedHandsOutNothing() throws Exception {
        try (Trial trial =
                trials.open(
                        Specs.trial(
                                ModeName.SEQUENTIAL,
                                1,
                                Specs.nowhere(),
                                folder.resolve("t.csv")))) {
            trial.stop("SIGINT");
            assertThat(trial.run(Specs.cold(zip())).counts()).isEqualTo(new ItemCounts(0, 0, 1));
        }
    }

    @Test
    void thereIsNoTrialWithoutItsTimings() {
        assertThatThrownBy(
                        () ->
                                trials.open(
                                        Specs.trial(
                                                ModeName.SEQUENTIAL, 1, Specs.nowhere(), folder)))
                .isInstanceOf(TrialException.class)
                .hasMessageContaining(folder.toString());
    }

    private Path zip() throws Exception {
        return SmallZip.write(folder.resolve("one.zip"), Map.of("a", SmallZip.noise(10)));
    }

    private static Credentials keys() {
        return new Credentials.Static("AKIDEXAMPLE", "secret", Optional.empty());
    }
}
