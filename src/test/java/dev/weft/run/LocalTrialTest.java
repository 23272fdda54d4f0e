package dev.weft.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.mode.Sequential;
import dev.weft.mode.ThreadPerItem;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.ModeName;
import dev.weft.plan.PassSpec;
import dev.weft.plan.UnzipLimits;
import dev.weft.record.EarlyStop;
import dev.weft.record.FailureCounts;
import dev.weft.record.ItemCounts;
import dev.weft.record.ItemRow;
import dev.weft.record.PassMeasures;
import dev.weft.record.PassMeasures.LatencyPercentiles;
import dev.weft.record.PassResult;
import dev.weft.testing.FakeProbe;
import dev.weft.testing.FakeTicker;
import dev.weft.testing.ScriptedUploads;
import dev.weft.testing.SmallZip;
import dev.weft.testing.Specs;
import dev.weft.workload.ItemObserver;
import dev.weft.workload.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three files, one after another. The clock advances by 1 ms at each reading, so every figure is
/// known. The creation of the engine takes 300 ms, the uploads 10, 20 and 30 ms.
class LocalTrialTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final int POOL = 3;

    @TempDir private Path folder;
    private final FakeTicker ticker = new FakeTicker(Duration.ofMillis(1));
    private final List<ItemRow> rows = new ArrayList<>();
    private final ScriptedUploads uploads =
            new ScriptedUploads((_, item, trace) -> upload(item.index(), trace));
    private final FakeProbe probe = new FakeProbe();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private int builtEngines;
    private int clockReadings;
    private Optional<Trial> stopDuringSecondItem = Optional.empty();

    @BeforeEach
    void makeFiles() {
        files.put("a", SmallZip.noise(100));
        files.put("b", SmallZip.noise(200));
        files.put("c", SmallZip.noise(300));
    }

    @Test
    void aColdPassBeginsWithTheBuildingOfTheEngine() throws Exception {
        PassResult result = trial().run(Specs.cold(zip()));
        assertThat(result)
                .isEqualTo(
                        new PassResult(
                                NOON,
                                Optional.empty(),
                                new PassMeasures(
                                        millis(375),
                                        millis(3),
                                        Optional.of(millis(71)),
                                        Optional.of(millis(2500)),
                                        // To three digits, but for what the longest one caps.
                                        Optional.of(
                                                new LatencyPercentiles(
                                                        21_004_287,
                                                        31_000_000,
                                                        31_000_000,
                                                        31_000_000)),
                                        600,
                                        1,
                                        FailureCounts.of(1, Map.of()),
                                        Optional.of(millis(3)),
                                        OptionalInt.of(0),
                                        FakeProbe.USAGE,
                                        new ItemCounts(3, 0, 0)),
                                Optional.empty()));
        assertThat(rows)
                .containsExactly(
                        row(1, 0, "a", 100, 303, 304, 315, 1),
                        row(1, 1, "b", 200, 318, 319, 340, 2),
                        row(1, 2, "c", 300, 343, 344, 375, 1));
    }

    @Test
    void aWarmPassFindsTheEngineAndCountsFromItsOwnStart() throws Exception {
        try (Trial trial = trial()) {
            var _ = trial.run(Specs.cold(zip()));
            rows.clear();
            PassResult warm = trial.run(Specs.warm(2, zip()));
            assertThat(warm.measures().wall()).isEqualTo(millis(75));
            assertThat(warm.measures().unzip()).isEqualTo(millis(3));
            assertThat(warm.measures().upload()).contains(millis(71));
            assertThat(warm.measures().process()).isEmpty();
            assertThat(warm.counts()).isEqualTo(new ItemCounts(3, 0, 0));
        }
        assertThat(builtEngines).isEqualTo(1);
        assertThat(rows).first().isEqualTo(row(2, 0, "a", 100, 3, 4, 15, 1));
        assertThat(uploads.prefixes()).containsExactly("weft/run/trial/1/", "weft/run/trial/2/");
    }

    @Test
    void aWarmUpRepeatsTheArchiveAndItsItemsAreThoseOfPassZero() throws Exception {
        PassResult result = trial().run(Specs.warmup(zip(), 8));
        assertThat(result.counts().stored()).isEqualTo(8);
        assertThat(result.measures().bytesStored()).isEqualTo(2 * 600 + 100 + 200);
        assertThat(rows).hasSize(8).allMatch(row -> row.pass() == 0);
    }

    @Test
    void theFirstPassAfterAWarmUpLetsTheCompilersFinish() throws Exception {
        Trial trial = trial();
        var _ = trial.run(Specs.cold(zip()));
        var _ = trial.run(Specs.warm(2, zip()));
        assertThat(probe.waits()).isZero();
        var _ = trial.run(Specs.warmup(zip(), 3));
        assertThat(probe.waits()).isZero();
        var _ = trial.run(Specs.warm(3, zip()));
        var _ = trial.run(Specs.warm(4, zip()));
        assertThat(probe.waits()).isEqualTo(1);
    }

    @Test
    void aTrialThatWasStoppedHandsOutNothing() throws Exception {
        Trial trial = trial();
        trial.stop("by hand");
        trial.stop("again");
        PassResult result = trial.run(Specs.cold(zip()));
        assertThat(result.earlyStop())
                .contains(new EarlyStop(EarlyStop.Cause.INTERRUPTED, "by hand"));
        assertThat(result.counts()).isEqualTo(new ItemCounts(0, 0, 3));
        assertThat(result.measures().wall()).isEqualTo(Duration.ZERO);
        assertThat(result.measures().unzip()).isEqualTo(Duration.ZERO);
        assertThat(result.measures().upload()).isEmpty();
        assertThat(result.measures().latencies()).isEmpty();
        assertThat(rows).isEmpty();
    }

    @Test
    void aPassThatIsStoppedEndsWithWhatIsOnItsWay() throws Exception {
        Trial trial = trial();
        stopDuringSecondItem = Optional.of(trial);
        PassResult result = trial.run(Specs.cold(zip()));
        assertThat(result.earlyStop())
                .contains(new EarlyStop(EarlyStop.Cause.INTERRUPTED, "in the middle"));
        assertThat(result.counts()).isEqualTo(new ItemCounts(2, 0, 1));
        assertThat(result.measures().wall()).isEqualTo(millis(340));
        assertThat(result.measures().upload()).contains(millis(36));
    }

    @Test
    void aFailedItemIsCountedAndTheFirstOneIsTold() throws Exception {
        ScriptedUploads failing =
                new ScriptedUploads(
                        (_, item, trace) ->
                                item.index() == 0
                                        ? upload(0, trace)
                                        : new Outcome.Failed("SlowDown", "no " + item.name()));
        PassResult result = trial(failing).run(Specs.cold(zip()));
        assertThat(result.counts()).isEqualTo(new ItemCounts(1, 2, 0));
        assertThat(result.firstFailure()).contains("SlowDown: no b");
        assertThat(result.measures().bytesStored()).isEqualTo(100);
        assertThat(rows)
                .extracting(ItemRow::failure)
                .containsExactly(
                        Optional.empty(), Optional.of("SlowDown"), Optional.of("SlowDown"));
    }

    @Test
    void aBrokenEntryIsAFailedItemThatNoRequestWasMadeFor() throws Exception {
        Path spoilt = zip();
        SmallZip.spoil(spoilt, SmallZip.noise(300));
        PassResult result = trial().run(Specs.cold(spoilt));
        assertThat(result.counts()).isEqualTo(new ItemCounts(2, 1, 0));
        assertThat(result.firstFailure().orElseThrow()).startsWith("CrcMismatch: ");
        assertThat(result.measures().upload()).contains(millis(36));
        assertThat(rows.getLast().startedNanos()).isEmpty();
        assertThat(rows.getLast().attempts()).isZero();
        assertThat(rows.getLast().failure()).contains("CrcMismatch");
    }

    @Test
    void progressFollowsThePassThatRuns() throws Exception {
        List<Progress> seen = new ArrayList<>();
        List<Trial> trials = new ArrayList<>();
        ScriptedUploads watching =
                new ScriptedUploads(
                        (_, item, trace) -> {
                            seen.add(trials.getFirst().progress());
                            return item.index() == 1
                                    ? new Outcome.Failed("SlowDown", "")
                                    : upload(0, trace);
                        });
        trials.add(trial(watching));
        assertThat(trials.getFirst().progress()).isEqualTo(Progress.NONE);
        var _ = trials.getFirst().run(Specs.cold(zip()));
        assertThat(seen)
                .containsExactly(new Progress(0, 0), new Progress(1, 0), new Progress(1, 1));
    }

    @Test
    void anArchiveThatIsNotThereEndsTheTrialWithOneSentence() {
        Path missing = folder.resolve("missing.zip");
        assertThatThrownBy(() -> trial().run(Specs.cold(missing)))
                .isInstanceOf(TrialException.class)
                .hasMessageContaining(missing.toString())
                .hasMessageContaining("does not exist");
    }

    @Test
    void anArchiveThatWasCutOrDeletedBetweenPassesIsNamed() throws Exception {
        Path zip = zip();
        Trial trial = trial();
        var _ = trial.run(Specs.cold(zip));
        byte[] whole = Files.readAllBytes(zip);

        Files.write(zip, Arrays.copyOf(whole, whole.length - 1));
        assertThatThrownBy(() -> trial.run(Specs.warm(2, zip)))
                .isInstanceOf(TrialException.class)
                .hasMessage(
                        zip
                                + " is truncated or damaged: no directory is found at its end; copy or make it again");

        Files.delete(zip);
        assertThatThrownBy(() -> trial.run(Specs.warm(3, zip)))
                .isInstanceOf(TrialException.class)
                .hasMessage(zip + " does not exist; check the path, or make a zip with create-zip");
    }

    @Test
    void anArchiveThatUnzipsToMoreThanItMayIsRefused() throws Exception {
        Path zip = zip();
        PassSpec cold = Specs.cold(zip);
        PassSpec narrow =
                new PassSpec(
                        cold.number(),
                        cold.phase(),
                        cold.archive(),
                        new UnzipLimits(1, 1),
                        cold.prefix(),
                        cold.warmup());
        assertThatThrownBy(() -> trial().run(narrow))
                .isInstanceOf(TrialException.class)
                .hasMessage(
                        zip
                                + " unzips to too much: its files have 600 bytes together, and --max-unzipped allows 1; raise that where it is meant");
    }

    @Test
    void anArchiveThatShrinksWhileItIsReadEndsTheTrialWithOneSentence() throws Exception {
        // A directory of more than the 200 KiB that are read at a time.
        for (int more = 0; more < 1_000; more++) {
            files.put("more-%0300d".formatted(more), new byte[0]);
        }
        Path zip = zip();
        ScriptedUploads cutting =
                new ScriptedUploads(
                        (_, item, trace) -> {
                            cut(zip);
                            return upload(item.index(), trace);
                        });
        assertThatThrownBy(() -> trial(cutting).run(Specs.cold(zip)))
                .isInstanceOf(TrialException.class)
                .hasMessageContaining(zip.toString())
                .hasMessageContaining("could not be read to its end");
    }

    @Test
    void aWarmUpInWhichAllIsRefusedGivesUp() throws Exception {
        ScriptedUploads refusing =
                new ScriptedUploads(
                        (_, _, trace) -> {
                            trace.requestStarted();
                            return new Outcome.Failed("AccessDenied", "no");
                        });
        PassResult result = trial(refusing).run(Specs.warmup(zip(), 1_000));
        assertThat(result.earlyStop().orElseThrow().cause())
                .isEqualTo(EarlyStop.Cause.TOO_MANY_FAILURES);
        assertThat(result.earlyStop().orElseThrow().reason())
                .startsWith("gave up: ")
                .endsWith(" uploads failed, most with AccessDenied");
        assertThat(result.counts().failed()).isBetween(20, 20 + POOL);
    }

    @Test
    void closesItsEngineAndOnlyWhereItBuiltOne() throws Exception {
        trial().close();
        assertThat(uploads.closed()).isFalse();
        Trial trial = trial();
        var _ = trial.run(Specs.cold(zip()));
        trial.close();
        assertThat(uploads.closed()).isTrue();
        assertThat(builtEngines).isEqualTo(1);
    }

    private static void cut(Path zip) {
        try (var channel = Files.newByteChannel(zip, java.nio.file.StandardOpenOption.WRITE)) {
            channel.truncate(10);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Outcome upload(int index, ItemObserver trace) {
        trace.requestStarted();
        trace.attempt();
        trace.connectionWait(millis(index));
        if (index == 1) {
            trace.throttled();
            trace.attempt();
            trace.connectionWait(Duration.ZERO);
            stopDuringSecondItem.ifPresent(trial -> trial.stop("in the middle"));
        }
        ticker.advance(millis(10L * (index + 1)));
        return new Outcome.Stored("etag");
    }

    @Test
    void saysWhatToChangeWhereThereIsNoMemoryForItsEngine() {
        Trial trial =
                trial(
                        () -> {
                            throw new OutOfMemoryError("Java heap space");
                        });

        assertThatThrownBy(() -> trial.run(Specs.cold(zip())))
                .isInstanceOf(TrialException.class)
                .hasMessage(
                        "the heap is full; lower --concurrency, or raise -Xmx with --java-options");
    }

    private LocalTrial trial() {
        return trial(uploads);
    }

    private LocalTrial trial(ScriptedUploads client) {
        return trial(() -> engine(client));
    }

    private LocalTrial trial(Engine.Factory engines) {
        return new LocalTrial(
                Specs.trial(
                        ModeName.SEQUENTIAL, 1, FairnessContract.standard(POOL), Specs.nowhere()),
                new LocalTrial.Surroundings(
                        engines,
                        rows::add,
                        ticker,
                        () -> NOON.plusMillis(500L * clockReadings++),
                        probe,
                        Optional.of(NOON.minusSeconds(2))));
    }

    private Engine engine(ScriptedUploads client) {
        builtEngines++;
        ticker.advance(millis(300));
        return new Engine.Blocking(
                new Sequential(), Optional.of(ThreadPerItem.platform(POOL)), client);
    }

    private Path zip() throws Exception {
        return SmallZip.write(folder.resolve("files.zip"), files);
    }

    private static ItemRow row(
            int pass,
            int index,
            String name,
            long bytes,
            long handedOut,
            long started,
            long ended,
            int attempts) {
        return new ItemRow(
                "trial",
                pass,
                index,
                name,
                bytes,
                OptionalLong.of(millis(1).toNanos()),
                millis(handedOut).toNanos(),
                OptionalLong.of(millis(started).toNanos()),
                millis(ended).toNanos(),
                attempts,
                OptionalInt.of(attempts - 1),
                OptionalLong.of(millis(index).toNanos()),
                Optional.empty());
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
