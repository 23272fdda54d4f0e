package dev.weft.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.archive.Item;
import dev.weft.mode.Mode;
import dev.weft.mode.Sequential;
import dev.weft.mode.ThreadPerItem;
import dev.weft.plan.ConcurrencyLevel;
import dev.weft.plan.ExperimentDesign;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.ModeName;
import dev.weft.plan.PlannedTrial;
import dev.weft.plan.Planner;
import dev.weft.plan.TrialSpec;
import dev.weft.plan.VerifyLevel;
import dev.weft.plan.WarmupPolicy;
import dev.weft.probe.ServerCpuClock;
import dev.weft.record.PassRow;
import dev.weft.record.ResultsFile;
import dev.weft.record.TimingsFile;
import dev.weft.store.ObjectKey;
import dev.weft.testing.Diary;
import dev.weft.testing.FakeBucket;
import dev.weft.testing.FakeProbe;
import dev.weft.testing.FakeTicker;
import dev.weft.testing.Golden;
import dev.weft.testing.Passes;
import dev.weft.testing.ScriptedUploads;
import dev.weft.testing.SmallZip;
import dev.weft.testing.Specs;
import dev.weft.verify.ArchiveManifest;
import dev.weft.workload.ItemObserver;
import dev.weft.workload.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything from the plan to the files without a real clock, so that the output is known to the
/// last byte.
///
/// The clock advances by 1 ms at each reading, and by 20 ms during an upload. The second file fails
/// in the last pass.
class PipelineTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final FakeBucket bucket = new FakeBucket();
    private final Diary diary = new Diary();

    @Test
    void knownItemsComeOutAsKnownRows(@TempDir Path folder) throws Exception {
        Path zip = zip(folder);
        ArchiveManifest manifest = ArchiveManifest.read(zip);
        ResultsFile results = new ResultsFile(folder.resolve("results.csv"));
        Path timings = folder.resolve("timings.csv");
        try (TimingsFile items = TimingsFile.open(timings, "20261120-120000")) {
            Experiment experiment =
                    new Experiment(
                            new Experiment.Site(
                                    spec -> trial(spec, items), bucket, ServerCpuClock.unknown()),
                            Map.of(zip, manifest),
                            row -> assertThat(results.append(row)).isEmpty(),
                            rows(manifest),
                            false,
                            diary);
            var _ = experiment.run(trials(zip, timings), TimeBudget.unlimited());
        }
        Golden.of(PipelineTest.class, "pipeline-results.csv")
                .check(Files.readString(folder.resolve("results.csv")));
        Golden.of(PipelineTest.class, "pipeline-timings.csv").check(Files.readString(timings));
        assertThat(bucket.keys()).isEmpty();
        assertThat(diary.warnings()).isEmpty();
    }

    private static Path zip(Path folder) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("whole.bin", SmallZip.noise(1_000));
        files.put("refused.bin", SmallZip.noise(2_000));
        files.put("odd, \"quoted\" ü.bin", SmallZip.noise(3_000));
        return SmallZip.write(folder.resolve("three.zip"), files);
    }

    private static List<PlannedTrial> trials(Path zip, Path timings) {
        return new Planner("20261120-120000", Specs.nowhere(), FairnessContract::standard, timings)
                .trials(
                        new ExperimentDesign(
                                List.of(ModeName.SEQUENTIAL, ModeName.VIRTUAL),
                                List.of(new ConcurrencyLevel(1, List.of(zip))),
                                1,
                                2,
                                new WarmupPolicy.Fixed(4),
                                false,
                                1));
    }

    private static PassRowFactory rows(ArchiveManifest manifest) {
        return new PassRowFactory(
                "upload",
                0,
                _ -> new PassRow.Software("25.0.1+8", "2.54.13", "0.1.0", Optional.empty()),
                _ -> manifest.items(),
                VerifyLevel.CHECKSUM,
                (_, _, _, _) -> Passes.unknownReference(),
                () -> NOON);
    }

    private Trial trial(TrialSpec spec, TimingsFile items) {
        FakeTicker ticker = new FakeTicker(Duration.ofMillis(1));
        ScriptedUploads uploads =
                new ScriptedUploads((prefix, item, trace) -> upload(prefix, item, trace, ticker));
        return new LocalTrial(
                spec,
                new LocalTrial.Surroundings(
                        () -> new Engine.Blocking(mode(spec), Optional.of(mode(spec)), uploads),
                        items::record,
                        ticker,
                        () -> NOON,
                        new FakeProbe(),
                        Optional.of(NOON.minusMillis(750))));
    }

    private static Mode.Blocking mode(TrialSpec spec) {
        return switch (spec.mode()) {
            case SEQUENTIAL -> new Sequential();
            case THREADS -> ThreadPerItem.platform(spec.concurrency());
            case VIRTUAL -> ThreadPerItem.virtual();
            case ASYNC -> throw new IllegalArgumentException("not planned here");
        };
    }

    private Outcome upload(String prefix, Item item, ItemObserver trace, FakeTicker ticker) {
        trace.requestStarted();
        trace.attempt();
        ticker.advance(Duration.ofMillis(20));
        if (prefix.endsWith("virtual-c1/3/") && item.index() == 1) {
            trace.attempt();
            return new Outcome.Failed("SlowDown", "please reduce your request rate");
        }
        try (InputStream stream = item.content().open()) {
            bucket.put(ObjectKey.of(prefix, item.index(), item.name()), stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Outcome.Stored("etag");
    }
}
