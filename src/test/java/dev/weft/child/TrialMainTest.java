package dev.weft.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.plan.FairnessContract;
import dev.weft.plan.ModeName;
import dev.weft.plan.TrialSpec;
import dev.weft.plan.VerifyLevel;
import dev.weft.process.ForkedTrials;
import dev.weft.record.EarlyStop;
import dev.weft.record.ItemCounts;
import dev.weft.record.PassResult;
import dev.weft.record.TimingsFile;
import dev.weft.run.Trial;
import dev.weft.run.TrialException;
import dev.weft.store.S3Bucket;
import dev.weft.testing.Embedded;
import dev.weft.testing.Jvm;
import dev.weft.testing.Processes;
import dev.weft.testing.SmallZip;
import dev.weft.testing.Specs;
import dev.weft.verify.ArchiveManifest;
import dev.weft.verify.Verification;
import dev.weft.verify.Verifier;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The real child of a trial, against the embedded server.
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrialMainTest {
    private static final int FILES = 20;

    private final Path folder;
    private final Embedded server;
    private final Path zip;

    TrialMainTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        server = Embedded.start(folder);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int index = 0; index < FILES; index++) {
            files.put("file %d ü".formatted(index), SmallZip.noise(index));
        }
        zip = SmallZip.write(folder.resolve("files.zip"), files);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void uploadsWhatIsInTheArchive(ModeName mode) throws Exception {
        Set<Long> before = Processes.ofOurs();
        Path timings = folder.resolve(mode + "/timings.csv");
        try (Trial trial = open(mode, timings)) {
            PassResult cold = trial.run(Specs.cold(zip));
            assertThat(cold.counts()).isEqualTo(new ItemCounts(FILES, 0, 0));
            assertThat(cold.measures().process().orElseThrow())
                    .isGreaterThan(cold.measures().wall());
            assertThat(cold.measures().usage().cpu()).isPresent();
            assertThat(cold.measures().usage().peakThreads()).isPositive();
            PassResult warm = trial.run(Specs.warm(2, zip));
            assertThat(warm.counts()).isEqualTo(new ItemCounts(FILES, 0, 0));
            assertThat(warm.measures().process()).isEmpty();
            assertThat(TimingsFile.read(timings).rows())
                    .as("every item is in the file when the pass is over")
                    .hasSize(2 * FILES);
        }
        assertThat(verify(Specs.cold(zip).prefix()).complete()).isTrue();
        assertThat(verify(Specs.warm(2, zip).prefix()).complete()).isTrue();
        assertThat(Processes.ofOurs()).isEqualTo(before);
        assertThat(folder.resolve(mode + "/trial.log")).doesNotExist();
    }

    @Test
    void aTrialThatIsStoppedHandsOutNothing() throws Exception {
        try (Trial trial = open(ModeName.VIRTUAL, folder.resolve("stopped/timings.csv"))) {
            trial.stop("SIGINT");
            PassResult result = trial.run(Specs.cold(zip));
            assertThat(result.earlyStop())
                    .contains(new EarlyStop(EarlyStop.Cause.INTERRUPTED, "SIGINT"));
            assertThat(result.counts()).isEqualTo(new ItemCounts(0, 0, FILES));
        }
    }

    @Test
    void saysWhatIsWrongWithTheArchive() throws Exception {
        Path missing = folder.resolve("missing.zip");
        try (Trial trial = open(ModeName.THREADS, folder.resolve("missing/timings.csv"))) {
            assertThatThrownBy(() -> trial.run(Specs.cold(missing)))
                    .isInstanceOf(TrialException.class)
                    .hasMessageContaining(missing + " does not exist");
        }
    }

    @Test
    void saysWhatIsWrongWithTheTimings() throws Exception {
        try (Trial trial = open(ModeName.THREADS, zip)) {
            assertThatThrownBy(() -> trial.run(Specs.cold(zip)))
                    .isInstanceOf(TrialException.class)
                    .hasMessageContaining(zip.toString());
        }
    }

    @Test
    void leavesTheSignalsOfItsProcessGroupToTheParent() throws Exception {
        Set<Long> before = Processes.ofOurs();
        try (Trial trial = open(ModeName.VIRTUAL, folder.resolve("signals/timings.csv"))) {
            // Its handlers are there when it has answered once.
            var _ = trial.run(Specs.cold(zip));
            Set<Long> child = Processes.ofOurs();
            child.removeAll(before);
            assertThat(child).hasSize(1);
            for (String signal : List.of("-INT", "-TERM", "-HUP")) {
                String pid = child.iterator().next().toString();
                assertThat(new ProcessBuilder("kill", signal, pid).start().waitFor()).isZero();
            }
            assertThat(trial.run(Specs.warm(2, zip)).counts().stored()).isEqualTo(FILES);
        }
        assertThat(Processes.ofOurs()).isEqualTo(before);
    }

    @Test
    void endsWithItsInputEvenBeforeItWasToldAnything() throws Exception {
        Process child = Jvm.start(TrialMain.class);
        child.getOutputStream().close();
        assertThat(child.waitFor()).isZero();
        assertThat(child.getInputStream()).isEmpty();
    }

    private Verification verify(String prefix) throws Exception {
        try (S3Bucket bucket = new S3Bucket(server.target(), FairnessContract.standard(1))) {
            return Verifier.verify(
                            bucket,
                            ArchiveManifest.read(zip),
                            prefix,
                            VerifyLevel.CHECKSUM,
                            () -> false)
                    .orElseThrow();
        }
    }

    private Trial open(ModeName mode, Path timings) throws TrialException {
        int concurrency = mode == ModeName.SEQUENTIAL ? 1 : 4;
        TrialSpec spec = Specs.trial(mode, concurrency, server.target(), timings);
        return new ForkedTrials(
                        TrialMain.class,
                        Jvm.SHORT_LIVED,
                        folder.resolve(mode.toString()),
                        InstantSource.system())
                .open(spec);
    }
}
