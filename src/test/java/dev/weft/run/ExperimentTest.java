package dev.weft.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.weft.csv.RecordException;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.ModeName;
import dev.weft.plan.PassSpec;
import dev.weft.plan.PlannedTrial;
import dev.weft.plan.TrialSpec;
import dev.weft.plan.VerifyLevel;
import dev.weft.probe.ServerCpuClock;
import dev.weft.record.EarlyStop;
import dev.weft.record.ItemCounts;
import dev.weft.record.PassResult;
import dev.weft.record.PassRow;
import dev.weft.record.PassStatus;
import dev.weft.record.ResultsFile;
import dev.weft.store.ObjectKey;
import dev.weft.testing.Diary;
import dev.weft.testing.FakeBucket;
import dev.weft.testing.PassResults;
import dev.weft.testing.Passes;
import dev.weft.testing.ScriptedTrials;
import dev.weft.testing.SmallZip;
import dev.weft.testing.Specs;
import dev.weft.verify.ArchiveManifest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Trials of a cold pass 1, a warm-up and a warm pass 2, over an archive of two files.
class ExperimentTest {
    private static final String COLD = "weft/run/trial/1/";
    private static final String WARM = "weft/run/trial/2/";
    private static final String A = "00000000-a";
    private static final String B = "00000001-b";

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final FakeBucket bucket = new FakeBucket();
    private final Diary diary = new Diary();
    private final ScriptedTrials trials = new ScriptedTrials(this::run, diary::note);
    private ScriptedTrials.Script script = (_, pass) -> store(pass);
    private VerifyLevel verify = VerifyLevel.CHECKSUM;
    private boolean keepObjects;
    private boolean rowsCanBeWritten = true;
    private Path zip = Path.of("");
    private ArchiveManifest manifest = new ArchiveManifest(zip, Specs.items(), List.of());
    private Optional<Experiment> running = Optional.empty();

    @BeforeEach
    void makeArchive(@TempDir Path folder) throws Exception {
        files.put("a", SmallZip.noise(100));
        files.put("b", SmallZip.noise(100));
        zip = SmallZip.write(folder.resolve("two.zip"), files);
        manifest = ArchiveManifest.read(zip);
        bucket.tell(diary::note);
    }

    @Test
    void readsBackThenRecordsThenDeletes() throws Exception {
        run("t1");
        assertThat(diary.entries())
                .containsExactly(
                        "open t1",
                        "run 1",
                        "list " + COLD,
                        "row 1",
                        "list " + COLD,
                        "delete " + COLD + A,
                        "delete " + COLD + B,
                        "run 0",
                        "list weft/run/trial/warmup/",
                        "delete weft/run/trial/warmup/" + A,
                        "delete weft/run/trial/warmup/" + B,
                        "run 2",
                        "list " + WARM,
                        "row 2",
                        "list " + WARM,
                        "delete " + WARM + A,
                        "delete " + WARM + B,
                        "close t1");
        assertThat(bucket.keys()).isEmpty();
    }

    @Test
    void recordsEveryPassButTheWarmUp() throws Exception {
        run("t1", "t2");
        assertThat(ends())
                .containsExactly(
                        tuple("t1", 1, PassStatus.OK, true, Optional.empty()),
                        tuple("t1", 2, PassStatus.OK, true, Optional.empty()),
                        tuple("t2", 1, PassStatus.OK, true, Optional.empty()),
                        tuple("t2", 2, PassStatus.OK, true, Optional.empty()));
        assertThat(diary.warnings()).isEmpty();
    }

    @Test
    void whatNobodyWantsVerifiedIsNotReadBackAndNeverCalledVerified() throws Exception {
        verify = VerifyLevel.NONE;
        run("t1");
        assertThat(diary.entries()).startsWith("open t1", "run 1", "row 1", "list " + COLD);
        assertThat(ends())
                .containsExactly(
                        tuple("t1", 1, PassStatus.OK, false, Optional.empty()),
                        tuple("t1", 2, PassStatus.OK, false, Optional.empty()));
        assertThat(bucket.keys()).isEmpty();
    }

    @Test
    void readsBackAsCloselyAsItWasAskedTo() throws Exception {
        verify = VerifyLevel.CONTENT;
        run("t1");
        assertThat(diary.entries()).contains("get " + COLD + A, "get " + WARM + B);
        assertThat(diary.rows())
                .allSatisfy(
                        row -> assertThat(row.ending().verify()).isEqualTo(VerifyLevel.CONTENT));
    }

    @Test
    void recordsTheLastWordsOfATrialAndGoesOnWithTheNext() throws Exception {
        script =
                (trial, pass) -> {
                    PassResult result = store(pass);
                    if (trial.trialId().equals("t1") && pass.number() == 1) {
                        throw new TrialException("its JVM ended with exit code 3: out of memory");
                    }
                    return result;
                };
        run("t1", "t2");
        assertThat(ends())
                .startsWith(
                        tuple(
                                "t1",
                                1,
                                PassStatus.FAILED,
                                false,
                                Optional.of("its JVM ended with exit code 3: out of memory")))
                .extracting(row -> row.toList().getFirst())
                .containsExactly("t1", "t2", "t2");
        assertThat(diary.rows().getFirst().measures()).isEmpty();
        assertThat(diary.entries()).contains("close t1");
        assertThat(bucket.keys()).isEmpty();
    }

    @Test
    void aLossDuringTheWarmUpIsToldByThePassThatItWasFor() throws Exception {
        script =
                (_, pass) -> {
                    if (pass.number() == 0) {
                        throw new TrialException("its JVM ended with exit code 1");
                    }
                    return store(pass);
                };
        run("t1");
        assertThat(ends())
                .containsExactly(
                        tuple("t1", 1, PassStatus.OK, true, Optional.empty()),
                        tuple(
                                "t1",
                                2,
                                PassStatus.FAILED,
                                false,
                                Optional.of("its JVM ended with exit code 1")));
    }

    @Test
    void aTrialThatCannotBeOpenedIsALostColdPass() throws Exception {
        trials.refuseToOpen("t1");
        run("t1", "t2");
        assertThat(ends())
                .startsWith(
                        tuple(
                                "t1",
                                1,
                                PassStatus.FAILED,
                                false,
                                Optional.of("no JVM could be started: out of processes")))
                .hasSize(3);
    }

    @Test
    void aPassWithAMissingObjectHasFailed() throws Exception {
        script =
                (_, pass) -> {
                    PassResult result = store(pass);
                    bucket.lose(WARM + B);
                    return result;
                };
        run("t1");
        assertThat(ends())
                .containsExactly(
                        tuple("t1", 1, PassStatus.OK, true, Optional.empty()),
                        tuple(
                                "t1",
                                2,
                                PassStatus.FAILED,
                                false,
                                Optional.of("in the bucket: 1 missing, first " + WARM + B)));
    }

    @Test
    void aPassWithAFailedItemHasFailedAndSaysWhy() throws Exception {
        script =
                (_, _) -> PassResults.failed(new ItemCounts(1, 1, 0), "SlowDown: please slow down");
        run("t1");
        assertThat(ends())
                .startsWith(
                        tuple(
                                "t1",
                                1,
                                PassStatus.FAILED,
                                false,
                                Optional.of(
                                        "1 of 2 items failed, the first one: SlowDown: please slow down")));
    }

    @Test
    void aPassThatGaveUpEndsItsTrialAndTheNextOneIsTried() throws Exception {
        script =
                (trial, pass) ->
                        trial.trialId().equals("t1")
                                ? PassResults.cut(
                                        new ItemCounts(0, 1, 1),
                                        EarlyStop.Cause.TOO_MANY_FAILURES,
                                        "gave up: all")
                                : store(pass);
        run("t1", "t2");
        assertThat(ends())
                .containsExactly(
                        tuple("t1", 1, PassStatus.FAILED, false, Optional.of("gave up: all")),
                        tuple("t2", 1, PassStatus.OK, true, Optional.empty()),
                        tuple("t2", 2, PassStatus.OK, true, Optional.empty()));
        assertThat(experiment().stopped()).isEmpty();
    }

    @Test
    void aStalledPassHasTimedOutAndEndsItsTrial() throws Exception {
        script =
                (trial, pass) ->
                        trial.trialId().equals("t1") && pass.number() == 2
                                ? PassResults.cut(
                                        new ItemCounts(1, 1, 0),
                                        EarlyStop.Cause.STALLED,
                                        "stalled: no")
                                : store(pass);
        run("t1", "t2");
        assertThat(ends())
                .startsWith(
                        tuple("t1", 1, PassStatus.OK, true, Optional.empty()),
                        tuple("t1", 2, PassStatus.TIMED_OUT, false, Optional.of("stalled: no")))
                .hasSize(4);
    }

    @Test
    void aWarmUpThatGaveUpIsToldByThePassThatItWasFor() throws Exception {
        script =
                (_, pass) ->
                        pass.number() == 0
                                ? PassResults.cut(
                                        new ItemCounts(9, 11, 0),
                                        EarlyStop.Cause.TOO_MANY_FAILURES,
                                        "gave up: most")
                                : store(pass);
        run("t1");
        assertThat(ends())
                .containsExactly(
                        tuple("t1", 1, PassStatus.OK, true, Optional.empty()),
                        tuple(
                                "t1",
                                2,
                                PassStatus.FAILED,
                                false,
                                Optional.of("the warm-up gave up: most")));
        assertThat(diary.rows().getLast().measures()).isEmpty();
    }

    @Test
    void trialsThatGiveUpOneAfterAnotherEndTheExperiment() throws Exception {
        script =
                (_, _) ->
                        PassResults.cut(
                                new ItemCounts(0, 1, 1),
                                EarlyStop.Cause.TOO_MANY_FAILURES,
                                "gave up: all");
        run("t1", "t2", "t3", "t4");
        assertThat(ends())
                .containsExactly(
                        tuple("t1", 1, PassStatus.FAILED, false, Optional.of("gave up: all")),
                        tuple("t2", 1, PassStatus.FAILED, false, Optional.of("gave up: all")));
        assertThat(experiment().stopped())
                .contains("ended early: 2 trials in a row gave up and stored nothing");
        assertThat(diary.entries()).doesNotContain("open t3");
    }

    @Test
    void aTrialThatSaysNothingHasTimedOut() throws Exception {
        script =
                (_, _) -> {
                    throw new TrialException("it said nothing for 70 s", PassStatus.TIMED_OUT);
                };
        run("t1");
        assertThat(ends())
                .containsExactly(
                        tuple(
                                "t1",
                                1,
                                PassStatus.TIMED_OUT,
                                false,
                                Optional.of("it said nothing for 70 s")));
    }

    @Test
    void stoppedWhileMeasuringItRecordsWhatWasMeasuredAndDeletesIt() throws Exception {
        script =
                (_, pass) -> {
                    bucket.put(ObjectKey.of(pass.prefix(), 0, "a"), SmallZip.noise(100));
                    experiment().stop("SIGINT");
                    experiment().stop("SIGTERM");
                    return PassResults.stopped(new ItemCounts(1, 0, 1), "SIGINT");
                };
        run("t1", "t2");
        assertThat(ends())
                .containsExactly(
                        tuple("t1", 1, PassStatus.INTERRUPTED, false, Optional.of("SIGINT")));
        assertThat(diary.rows().getFirst().measures()).isPresent();
        assertThat(diary.entries()).contains("stop SIGINT", "close t1").doesNotContain("open t2");
        assertThat(bucket.keys()).isEmpty();
        assertThat(experiment().stopped()).contains("SIGINT");
    }

    @Test
    void stoppedWhileTheJvmDiesItSaysWhoStoppedIt() throws Exception {
        script =
                (_, _) -> {
                    experiment().stop("SIGINT");
                    throw new TrialException("it did not stop within 10 s");
                };
        run("t1");
        assertThat(ends())
                .containsExactly(
                        tuple("t1", 1, PassStatus.INTERRUPTED, false, Optional.of("SIGINT")));
    }

    @Test
    void stoppedWhileReadingBackItRecordsAnInterruptedPass() throws Exception {
        bucket.whenListed(_ -> experiment().stop("SIGINT"));
        run("t1", "t2");
        assertThat(ends())
                .containsExactly(
                        tuple("t1", 1, PassStatus.INTERRUPTED, false, Optional.of("SIGINT")));
        assertThat(diary.rows().getFirst().measures()).isPresent();
        assertThat(bucket.keys()).isEmpty();
    }

    @Test
    void stoppedBetweenPassesItStartsNoOther() throws Exception {
        diary.whenRecorded(_ -> experiment().stop("SIGINT"));
        run("t1", "t2");
        assertThat(ends()).containsExactly(tuple("t1", 1, PassStatus.OK, true, Optional.empty()));
        assertThat(diary.entries()).doesNotContain("run 0", "open t2");
    }

    @Test
    void stoppedBetweenTrialsItOpensNoOther() throws Exception {
        diary.whenRecorded(
                row -> {
                    if (row.place().pass() == 2) {
                        experiment().stop("SIGINT");
                    }
                });
        run("t1", "t2");
        assertThat(ends())
                .extracting(row -> row.toList().get(2))
                .containsExactly(PassStatus.OK, PassStatus.OK);
        assertThat(diary.entries()).doesNotContain("open t2");
    }

    @Test
    void deletesItsOwnKeysAndNoOthers() throws Exception {
        bucket.put("weft/run/trial/1/foreign", new byte[1]);
        bucket.put("weft/other", new byte[1]);
        run("t1");
        assertThat(bucket.keys()).containsExactly("weft/other", "weft/run/trial/1/foreign");
        assertThat(diary.rows().getFirst().ending().failure())
                .contains("in the bucket: 1 unexpected, first weft/run/trial/1/foreign");
    }

    @Test
    void deletesNothingThatWasNeverUploaded() throws Exception {
        script =
                (_, pass) -> {
                    bucket.put(
                            ObjectKey.of(pass.prefix(), 1, "b"),
                            Objects.requireNonNull(files.get("b")));
                    return PassResults.failed(
                            new ItemCounts(1, 1, 0), "SlowDown: please slow down");
                };
        run("t1");
        assertThat(bucket.deleted())
                .containsExactly(COLD + B, "weft/run/trial/warmup/" + B, WARM + B);
    }

    @Test
    void warnsOfWhatItCannotDeleteAndGoesOn() throws Exception {
        bucket.refuseDeleting("bucket b refuses the credentials");
        run("t1");
        assertThat(ends())
                .containsExactly(
                        tuple("t1", 1, PassStatus.OK, true, Optional.empty()),
                        tuple("t1", 2, PassStatus.OK, true, Optional.empty()));
        assertThat(diary.warnings())
                .first()
                .isEqualTo(
                        "objects below %s are still in the bucket: bucket b refuses the credentials"
                                .formatted(COLD));
    }

    @Test
    void keepsObjectsWhenAskedToButForTheWarmUp() throws Exception {
        keepObjects = true;
        run("t1");
        assertThat(bucket.keys()).containsExactly(COLD + A, COLD + B, WARM + A, WARM + B);
    }

    @Test
    void aBucketThatCannotBeReadBackIsAFailedPassAndAWarning() throws Exception {
        bucket.refuseListing("bucket b cannot be reached");
        run("t1");
        assertThat(ends())
                .startsWith(
                        tuple(
                                "t1",
                                1,
                                PassStatus.FAILED,
                                false,
                                Optional.of(
                                        "the bucket could not be read back: bucket b cannot be reached")));
        assertThat(diary.warnings())
                .contains("the bucket could not be read back: bucket b cannot be reached");
    }

    @Test
    void aDefectWhileReadingBackLosesNoRow() throws Exception {
        bucket.whenListed(
                object -> {
                    throw new IllegalStateException("cannot make sense of " + object.key());
                });
        run("t1");
        assertThat(ends())
                .hasSize(2)
                .startsWith(
                        tuple(
                                "t1",
                                1,
                                PassStatus.FAILED,
                                false,
                                Optional.of(
                                        "the bucket could not be read back: java.lang.IllegalStateException: cannot make sense of "
                                                + COLD
                                                + A)));
        assertThat(diary.rows().getFirst().measures()).isPresent();
    }

    @Test
    void endsWhereRowsCannotBeWrittenButLeavesNothingBehind() {
        rowsCanBeWritten = false;
        assertThatThrownBy(() -> run("t1", "t2")).isInstanceOf(RecordException.class);
        assertThat(bucket.keys()).isEmpty();
        assertThat(diary.entries()).contains("close t1").doesNotContain("run 2", "open t2");
    }

    @Test
    void aTrialThatComplainsWhenClosedIsAWarningAndNoRow() throws Exception {
        trials.complainWhenClosed("timings could not be written: disk full");
        run("t1");
        assertThat(diary.rows()).hasSize(2);
        assertThat(diary.warnings()).containsExactly("timings could not be written: disk full");
    }

    private PassResult run(TrialSpec trial, PassSpec pass) throws TrialException {
        return script.run(trial, pass);
    }

    private PassResult store(PassSpec pass) {
        int index = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            bucket.put(ObjectKey.of(pass.prefix(), index++, file.getKey()), file.getValue());
        }
        return PassResults.stored(files.size());
    }

    private Experiment experiment() {
        return running.orElseThrow();
    }

    private void run(String... trialIds) throws Exception {
        Experiment experiment =
                new Experiment(
                        new Experiment.Site(trials, bucket, ServerCpuClock.unknown()),
                        Map.of(zip, manifest),
                        this::write,
                        new PassRowFactory(
                                "upload",
                                1,
                                _ -> new PassRow.Software("25", "2", "0", Optional.empty()),
                                _ -> manifest.items(),
                                verify,
                                (_, _, _, _) -> Passes.unknownReference(),
                                () -> Instant.parse("2026-11-20T13:00:00Z")),
                        keepObjects,
                        diary);
        running = Optional.of(experiment);
        var _ =
                experiment.run(
                        List.of(trialIds).stream().map(this::planned).toList(),
                        TimeBudget.unlimited());
    }

    private void write(PassRow row) throws RecordException {
        if (!rowsCanBeWritten) {
            Path folder = Objects.requireNonNull(zip.getParent());
            var _ = new ResultsFile(folder).append(row);
        }
    }

    private PlannedTrial planned(String trialId) {
        TrialSpec spec =
                new TrialSpec(
                        "run",
                        trialId,
                        Optional.empty(),
                        ModeName.VIRTUAL,
                        2,
                        FairnessContract.standard(2),
                        Specs.nowhere(),
                        Path.of("timings.csv"));
        return new PlannedTrial(
                spec, 1, 1, 1, List.of(Specs.cold(zip), Specs.warmup(zip, 10), Specs.warm(2, zip)));
    }

    /// Trial, pass, status, verified and failure of each row.
    private List<Tuple> ends() {
        return diary.rows().stream()
                .map(
                        row ->
                                tuple(
                                        row.place().trialId(),
                                        row.place().pass(),
                                        row.ending().status(),
                                        row.ending().verified(),
                                        row.ending().failure()))
                .toList();
    }
}
