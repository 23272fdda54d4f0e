package dev.weft.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.archive.Content;
import dev.weft.mode.Mode;
import dev.weft.mode.Sequential;
import dev.weft.mode.ThreadPerItem;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.ModeName;
import dev.weft.record.ItemCounts;
import dev.weft.testing.FakeProbe;
import dev.weft.testing.ScriptedUploads;
import dev.weft.testing.SmallZip;
import dev.weft.testing.Specs;
import dev.weft.workload.Outcome;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the sequential mode must not keep from, or do otherwise than, the modes that it stands
/// beside.
@Timeout(60)
class WarmupModeTest {
    private static final int POOL = 3;

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private Path zip = Path.of("");

    @BeforeEach
    void makeArchive(@TempDir Path folder) throws Exception {
        zip =
                SmallZip.write(
                        folder.resolve("two.zip"),
                        Map.of("a", SmallZip.noise(200), "b", SmallZip.noise(200)));
    }

    @Test
    void threadsThatOnlyWarmUpEndWithTheWarmUp() throws Exception {
        try (LocalTrial trial =
                trial(new Sequential(), Optional.of(ThreadPerItem.platform(POOL)))) {
            var _ = trial.run(Specs.warmup(zip, 20));
            assertThat(threads).hasSize(POOL);
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(trial.run(Specs.warm(2, zip)).counts()).isEqualTo(new ItemCounts(2, 0, 0));
        }
    }

    @Test
    void threadsThatAreMeasuredOutliveTheWarmUp() throws Exception {
        try (LocalTrial trial = trial(ThreadPerItem.platform(POOL), Optional.empty())) {
            var _ = trial.run(Specs.warmup(zip, 20));
            assertThat(trial.run(Specs.warm(2, zip)).counts()).isEqualTo(new ItemCounts(2, 0, 0));
            assertThat(threads).hasSize(POOL);
        }
    }

    @Test
    void streamsWhatModesOfTheSamePoolWouldStream() throws Exception {
        int crowded = Math.toIntExact(Runtime.getRuntime().maxMemory() / 4 / 100);
        List<Content> contents = new ArrayList<>();
        ScriptedUploads uploads =
                new ScriptedUploads(
                        (_, item, _) -> {
                            contents.add(item.content());
                            return new Outcome.Stored("etag");
                        });
        try (LocalTrial trial =
                trial(crowded, new Engine.Blocking(new Sequential(), Optional.empty(), uploads))) {
            var _ = trial.run(Specs.cold(zip));
        }
        assertThat(contents).hasSize(2).hasOnlyElementsOfType(Content.Streamed.class);
    }

    private LocalTrial trial(Mode.Blocking mode, Optional<Mode.Blocking> warmup) {
        ScriptedUploads uploads =
                new ScriptedUploads(
                        (_, _, _) -> {
                            threads.add(Thread.currentThread());
                            return new Outcome.Stored("etag");
                        });
        return trial(POOL, new Engine.Blocking(mode, warmup, uploads));
    }

    private static LocalTrial trial(int poolSize, Engine engine) {
        return new LocalTrial(
                Specs.trial(
                        ModeName.SEQUENTIAL,
                        1,
                        FairnessContract.standard(poolSize),
                        Specs.nowhere()),
                new LocalTrial.Surroundings(
                        () -> engine,
                        _ -> {},
                        Ticker.system(),
                        InstantSource.system(),
                        new FakeProbe(),
                        Optional.empty()));
    }
}
