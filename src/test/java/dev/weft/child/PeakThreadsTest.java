package dev.weft.child;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ModeName;
import dev.weft.plan.Target;
import dev.weft.plan.TrialSpec;
import dev.weft.process.ForkedServer;
import dev.weft.process.ForkedTrials;
import dev.weft.record.PassResult;
import dev.weft.run.Trial;
import dev.weft.server.ServerSettings;
import dev.weft.testing.Embedded;
import dev.weft.testing.SmallZip;
import dev.weft.testing.Specs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Platform threads of the client's JVM alone. The server's latency is long enough for all of the
/// concurrency to be open at once.
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeakThreadsTest {
    private final Path folder;
    private final ForkedServer server;
    private final Target target;

    PeakThreadsTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        ServerSettings settings =
                ServerSettings.onLoopback("weft-test", folder)
                        .withPutLatency(Duration.ofMillis(500));
        server = ForkedServer.start(ServerMain.class, settings, folder.resolve("server.log"));
        target = Embedded.target(settings, server.endpoint());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void asyncHasNoMoreThreadsForAThousandUploadsThanForTen() throws Exception {
        int ten = peakThreads(ModeName.ASYNC, 10, 20);
        int thousand = peakThreads(ModeName.ASYNC, 1_000, 1_000);
        assertThat(thousand).isBetween(ten - 5, ten + 5);
    }

    @Test
    void threadsHasAThreadForEachUpload() throws Exception {
        assertThat(peakThreads(ModeName.THREADS, 100, 100)).isGreaterThan(100);
    }

    private int peakThreads(ModeName mode, int concurrency, int files) throws Exception {
        TrialSpec like = Specs.trial(mode, concurrency, target);
        TrialSpec spec =
                new TrialSpec(
                        like.runId(),
                        like.trialId(),
                        mode,
                        concurrency,
                        like.contract(),
                        target,
                        folder.resolve("timings.csv"));
        ForkedTrials trials =
                new ForkedTrials(
                        TrialMain.class, List.of("-Xmx256m"), folder, InstantSource.system());
        try (Trial trial = trials.open(spec)) {
            PassResult result = trial.run(Specs.cold(zip(files)));
            assertThat(result.counts().stored()).isEqualTo(files);
            return result.peakThreads();
        }
    }

    private Path zip(int files) throws Exception {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (int index = 0; index < files; index++) {
            contents.put("file-" + index, SmallZip.noise(10));
        }
        return SmallZip.write(folder.resolve(files + ".zip"), contents);
    }
}
