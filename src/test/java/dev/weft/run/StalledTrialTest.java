package dev.weft.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.weft.mode.Sequential;
import dev.weft.plan.AbortLimits;
import dev.weft.plan.ModeName;
import dev.weft.plan.TrialSpec;
import dev.weft.record.EarlyStop;
import dev.weft.record.ItemCounts;
import dev.weft.record.ItemRow;
import dev.weft.record.PassResult;
import dev.weft.testing.FakeProbe;
import dev.weft.testing.FakeTicker;
import dev.weft.testing.ScriptedUploads;
import dev.weft.testing.SmallZip;
import dev.weft.testing.Specs;
import dev.weft.workload.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Three files, one after another; the second upload never comes back, whatever is done to its
/// thread.
@Timeout(60)
class StalledTrialTest {
    @TempDir private Path folder;
    private final List<ItemRow> rows = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch cameBack = new CountDownLatch(1);
    private final ScriptedUploads uploads =
            new ScriptedUploads(
                    (_, item, trace) -> {
                        trace.requestStarted();
                        if (item.index() == 1) {
                            Uninterruptibles.awaitUninterruptibly(released);
                            cameBack.countDown();
                        }
                        return new Outcome.Stored("etag");
                    });

    @Test
    void aStuckUploadEndsThePassAndTheTrial() throws Exception {
        Path zip = zip();
        LocalTrial trial = trial();

        PassResult result = trial.run(Specs.cold(zip));

        assertThat(result.counts()).isEqualTo(new ItemCounts(1, 1, 1));
        assertThat(result.earlyStop())
                .contains(
                        new EarlyStop(
                                EarlyStop.Cause.STALLED,
                                "stalled: no upload began or ended for 0.4 s with 1 on the way; trial-pass1-threads.txt has the stack of every thread"));
        assertThat(folder.resolve("trial-pass1-threads.txt")).content().contains("weft-drive");
        assertThat(rows)
                .extracting(row -> row.failure().orElse("stored"))
                .containsExactly("stored", "Stalled");
        assertThat(uploads.closed()).isTrue();
        assertThatThrownBy(() -> trial.run(Specs.warm(2, zip)))
                .hasMessage("the trial stalled, and has ended");
        released.countDown();
        cameBack.await();
        trial.close();
        assertThat(rows).hasSize(2);
    }

    private LocalTrial trial() {
        TrialSpec usual =
                Specs.trial(ModeName.SEQUENTIAL, 1, Specs.nowhere(), folder.resolve("timings.csv"));
        return new LocalTrial(
                new TrialSpec(
                        usual.runId(),
                        usual.trialId(),
                        usual.side(),
                        usual.mode(),
                        usual.concurrency(),
                        usual.contract(),
                        new AbortLimits(1, Duration.ofMillis(400)),
                        usual.target(),
                        usual.timings()),
                new LocalTrial.Surroundings(
                        () -> new Engine.Blocking(new Sequential(), Optional.empty(), uploads),
                        rows::add,
                        new FakeTicker(Duration.ofMillis(10)),
                        () -> Instant.EPOCH,
                        new FakeProbe(),
                        Optional.empty()));
    }

    private Path zip() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : List.of("a", "b", "c")) {
            files.put(name, SmallZip.noise(10));
        }
        return SmallZip.write(folder.resolve("three.zip"), files);
    }
}
