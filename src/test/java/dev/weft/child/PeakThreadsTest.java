package dev.weft.child;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.Credentials;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.ModeName;
import dev.weft.plan.TrialSpec;
import dev.weft.process.ForkedTrials;
import dev.weft.record.PassResult;
import dev.weft.run.Trial;
import dev.weft.testing.HttpRecorder;
import dev.weft.testing.Jvm;
import dev.weft.testing.SmallZip;
import dev.weft.testing.Specs;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Platform threads of the client's JVM. The server answers after all uploads are in flight.
@Timeout(120)
class PeakThreadsTest {
    @TempDir private Path folder;

    @Test
    void asyncHasNoMoreThreadsForAThousandUploadsThanForTen() throws Exception {
        int ten = peakThreads(ModeName.ASYNC, 10);
        int thousand = peakThreads(ModeName.ASYNC, 1_000);
        assertThat(thousand).isBetween(ten - 5, ten + 5);
    }

    @Test
    void threadsHasAThreadForEachUpload() throws Exception {
        assertThat(peakThreads(ModeName.THREADS, 100)).isGreaterThan(100);
    }

    @Test
    void theWarmUpOfTheSequentialModeLeavesNoThreadsBehind() throws Exception {
        ForkedTrials trials =
                new ForkedTrials(TrialMain.class, Jvm.SHORT_LIVED, folder, InstantSource.system());
        Credentials keys = new Credentials.Static("AKIDEXAMPLE", "secret", Optional.empty());
        FairnessContract contract = FairnessContract.standard(100);
        try (HttpRecorder server = HttpRecorder.start();
                Trial trial =
                        trials.open(
                                new TrialSpec(
                                        "run",
                                        "trial",
                                        Optional.empty(),
                                        ModeName.SEQUENTIAL,
                                        1,
                                        contract,
                                        server.target(keys),
                                        folder.resolve("timings.csv")))) {
            Path zip = zip(100);
            int cold = trial.run(Specs.cold(zip)).measures().usage().peakThreads();
            int warmup = trial.run(Specs.warmup(zip, 500)).measures().usage().peakThreads();
            int warm = trial.run(Specs.warm(2, zip)).measures().usage().peakThreads();
            assertThat(warmup).isGreaterThan(100);
            assertThat(warm).isLessThan(cold + 10);
        }
    }

    private int peakThreads(ModeName mode, int concurrency) throws Exception {
        ForkedTrials trials =
                new ForkedTrials(TrialMain.class, Jvm.SHORT_LIVED, folder, InstantSource.system());
        try (HttpRecorder server = HttpRecorder.startHolding(concurrency);
                Trial trial = trials.open(spec(mode, concurrency, server))) {
            PassResult result = trial.run(Specs.cold(zip(concurrency)));
            assertThat(result.counts().stored()).isEqualTo(concurrency);
            assertThat(result.measures().retries()).isZero();
            return result.measures().usage().peakThreads();
        }
    }

    private TrialSpec spec(ModeName mode, int concurrency, HttpRecorder server) {
        Credentials keys = new Credentials.Static("AKIDEXAMPLE", "secret", Optional.empty());
        return Specs.trial(mode, concurrency, server.target(keys), folder.resolve("timings.csv"));
    }

    private Path zip(int files) throws Exception {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (int index = 0; index < files; index++) {
            contents.put("file-" + index, SmallZip.noise(10));
        }
        return SmallZip.write(folder.resolve(files + ".zip"), contents);
    }
}
