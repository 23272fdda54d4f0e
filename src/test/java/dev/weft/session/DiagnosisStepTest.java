package dev.weft.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.diagnose.Diagnosis;
import dev.weft.diagnose.DiagnosisText;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.ItemsSummary;
import dev.weft.plan.ModeName;
import dev.weft.plan.PassSpec;
import dev.weft.plan.PlannedTrial;
import dev.weft.plan.Target;
import dev.weft.plan.VerifyLevel;
import dev.weft.plan.WarmupPolicy;
import dev.weft.probe.ServerCpuClock;
import dev.weft.record.PassRow;
import dev.weft.record.TimingsFile;
import dev.weft.run.Experiment;
import dev.weft.run.ExperimentListener;
import dev.weft.run.PassRowFactory;
import dev.weft.run.Trial;
import dev.weft.store.Bucket;
import dev.weft.store.S3Bucket;
import dev.weft.testing.Embedded;
import dev.weft.testing.Jvm;
import dev.weft.testing.Passes;
import dev.weft.testing.Processes;
import dev.weft.testing.SmallZip;
import dev.weft.testing.Specs;
import dev.weft.verify.ArchiveManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Real trials in child JVMs, recorded, against the embedded server.
@Timeout(300)
class DiagnosisStepTest {
    private static final int FILES = 50;
    private static final WarmupPolicy WARMUP = new WarmupPolicy.Fixed(200);

    @TempDir private Path folder;
    private final List<String> warnings = new ArrayList<>();
    private Optional<Embedded> server = Optional.empty();

    @BeforeEach
    void start() throws Exception {
        server = Optional.of(Embedded.start(folder));
    }

    @AfterEach
    void stop() {
        server.ifPresent(Embedded::close);
    }

    @Test
    void theRecordingIsWholeWhenTheChildHasEnded() throws Exception {
        Set<Long> before = Processes.ofOurs();
        Target target = server.orElseThrow().target();
        List<PlannedTrial> trials = trials(target, zip());
        List<DiagnosisStep.Result> findings = diagnose(target, trials);
        assertThat(findings).singleElement().isInstanceOf(DiagnosisStep.Result.Seen.class);
        Diagnosis diagnosis = ((DiagnosisStep.Result.Seen) findings.getFirst()).diagnosis();
        assertThat(diagnosis.subject())
                .isEqualTo(new Diagnosis.Subject(ModeName.THREADS, 4, 3L * FILES));
        assertThat(diagnosis.observed()).isPositive();
        assertThat(diagnosis.allocation().bytes()).isPositive();
        assertThat(diagnosis.samples().count()).isPositive();
        assertThat(DiagnosisText.lines(List.of(diagnosis))).hasSizeGreaterThan(5);
        Path recording = folder.resolve("run/diagnose-threads.jfr");
        assertThat(recording).isNotEmptyFile();
        assertThat(TimingsFile.read(folder.resolve("run/diagnose-timings.csv")).rows())
                .as("a cold pass and three warm ones")
                .hasSize(4 * FILES);
        assertThat(Processes.ofOurs()).isEqualTo(before);
        assertThat(warnings).isEmpty();
        try (Bucket bucket = new S3Bucket(target, FairnessContract.standard(1))) {
            assertThat(bucket.list("weft/")).as("what it uploaded is deleted").isExhausted();
        }
    }

    @Test
    void aTrialThatFailsIsOneSentence() throws Exception {
        Target target = server.orElseThrow().target();
        List<PlannedTrial> trials = trials(target, folder.resolve("missing.zip"));
        assertThat(diagnose(target, trials))
                .singleElement()
                .isInstanceOfSatisfying(
                        DiagnosisStep.Result.Failed.class,
                        failed ->
                                assertThat(failed.sentence())
                                        .startsWith("threads was not diagnosed: ")
                                        .contains("missing.zip does not exist"));
    }

    private List<DiagnosisStep.Result> diagnose(Target target, List<PlannedTrial> trials)
            throws Exception {
        Path zip = trials.getFirst().passes().getFirst().archive();
        ArchiveManifest manifest =
                Files.exists(zip)
                        ? ArchiveManifest.read(zip)
                        : new ArchiveManifest(zip, Specs.items(), List.of());
        try (Bucket bucket = new S3Bucket(target, FairnessContract.standard(1))) {
            return new DiagnosisStep(folder.resolve("run"), Jvm.SHORT_LIVED, InstantSource.system())
                    .run(
                            trials,
                            new Warnings(),
                            (launcher, rows, listener) ->
                                    new Experiment(
                                            new Experiment.Site(
                                                    launcher, bucket, ServerCpuClock.unknown()),
                                            Map.of(zip, manifest),
                                            rows,
                                            rows(manifest.items()),
                                            false,
                                            listener));
        }
    }

    private static PassRowFactory rows(ItemsSummary items) {
        return new PassRowFactory(
                "upload",
                1,
                _ -> new PassRow.Software("25", "2", "1", Optional.empty()),
                _ -> items,
                VerifyLevel.CHECKSUM,
                (_, _, _, _) -> Passes.unknownReference(),
                InstantSource.system());
    }

    private List<PlannedTrial> trials(Target target, Path zip) {
        PlannedTrial measured =
                new PlannedTrial(
                        Specs.trial(ModeName.THREADS, 4, target),
                        1,
                        1,
                        1,
                        List.of(Specs.cold(zip)));
        return new DiagnosticPlan(
                        _ -> Specs.items(), WARMUP, folder.resolve("run/diagnose-timings.csv"))
                .trials(List.of(measured));
    }

    private Path zip() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int index = 0; index < FILES; index++) {
            files.put("file-" + index, SmallZip.noise(1_000 + index));
        }
        return SmallZip.write(folder.resolve("files.zip"), files);
    }

    private final class Warnings implements ExperimentListener {
        @Override
        public void trialStarted(PlannedTrial trial) {}

        @Override
        public void passStarted(PlannedTrial trial, PassSpec pass, Trial running) {}

        @Override
        public void passEnded(PlannedTrial trial, PassSpec pass) {}

        @Override
        public void passRecorded(PassRow row) {
            throw new AssertionError("nobody is to be told of rows");
        }

        @Override
        public void warned(String sentence) {
            warnings.add(sentence);
        }
    }
}
