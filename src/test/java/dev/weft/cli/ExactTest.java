package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.analysis.IdealTimes;
import dev.weft.archive.Item;
import dev.weft.mode.Sequential;
import dev.weft.plan.ConcurrencyLevel;
import dev.weft.plan.ExperimentDesign;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.ModeName;
import dev.weft.plan.Planner;
import dev.weft.plan.TrialSpec;
import dev.weft.plan.VerifyLevel;
import dev.weft.plan.WarmupPolicy;
import dev.weft.probe.ServerCpuClock;
import dev.weft.record.PassRow;
import dev.weft.record.ResultsFile;
import dev.weft.run.Engine;
import dev.weft.run.Experiment;
import dev.weft.run.LocalTrial;
import dev.weft.run.PassRowFactory;
import dev.weft.run.TimeBudget;
import dev.weft.run.Trial;
import dev.weft.runjson.Calibration;
import dev.weft.runjson.RecordedWarning;
import dev.weft.screen.Terminal;
import dev.weft.session.ExitCode;
import dev.weft.session.IdealReferenceProvider;
import dev.weft.session.OutputFormat;
import dev.weft.session.RunFiles;
import dev.weft.session.RunSummaryPrinter;
import dev.weft.store.ObjectKey;
import dev.weft.testing.Diary;
import dev.weft.testing.FakeBucket;
import dev.weft.testing.FakeProbe;
import dev.weft.testing.FakeTicker;
import dev.weft.testing.Golden;
import dev.weft.testing.ScriptedUploads;
import dev.weft.testing.SmallZip;
import dev.weft.testing.Specs;
import dev.weft.verify.ArchiveManifest;
import dev.weft.workload.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything from the plan to the advice, with a scripted store and clock: four files, one at a
/// time, each of which needs 20 ms by the calibration. The clock advances only during uploads, by
/// the time that the script gives to the mode.
class ExactTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String RUN = "20261120-120000";
    private static final int BLOCKS = 3;

    @TempDir private Path folder;

    private final FakeBucket bucket = new FakeBucket();
    private final StringWriter out = new StringWriter();
    private List<RecordedWarning> warnings = List.of();

    @Test
    void knownTimesComeOutAsKnownRowsVerdictsAndAdvice() throws Exception {
        run(
                Map.of(
                        ModeName.SEQUENTIAL,
                        Duration.ofMillis(160),
                        ModeName.THREADS,
                        Duration.ofMillis(22),
                        ModeName.ASYNC,
                        Duration.ofMillis(20),
                        ModeName.VIRTUAL,
                        Duration.ofMillis(25)));

        Golden.of(ExactTest.class, "exact-results.csv")
                .check(Files.readString(folder.resolve("benchmark/results.csv")));
        Golden.of(ExactTest.class, "exact-output.txt").check(out.toString());
        assertThat(warnings).isEmpty();
        assertThat(bucket.keys()).isEmpty();
    }

    @Test
    void ofTwoEqualModesNoneWins() throws Exception {
        run(
                Map.of(
                        ModeName.THREADS,
                        Duration.ofMillis(20),
                        ModeName.VIRTUAL,
                        Duration.ofMillis(20)));

        assertThat(out.toString())
                .contains(
                        "threads and virtual are equal within 5% (1.00 to 1.00 times as long; 3 blocks)")
                .contains(
                        "virtual is as good: equal within 5% (1.00 to 1.00 times as long; 3 blocks).")
                .doesNotContain("as fast as")
                .doesNotContain("slower")
                .doesNotContain("faster");
    }

    @Test
    void ofThreeModesTheOneThatIsFasterWins() throws Exception {
        for (ModeName winner : List.of(ModeName.THREADS, ModeName.ASYNC, ModeName.VIRTUAL)) {
            Map<ModeName, Duration> times = new LinkedHashMap<>();
            for (ModeName mode : List.of(ModeName.THREADS, ModeName.ASYNC, ModeName.VIRTUAL)) {
                times.put(mode, Duration.ofMillis(mode == winner ? 20 : 24));
            }
            out.getBuffer().setLength(0);

            run(times);

            assertThat(out.toString()).contains("Use %s with 1 at once".formatted(winner.label()));
            for (ModeName mode : times.keySet()) {
                if (mode != winner) {
                    assertThat(out.toString())
                            .contains(
                                    "%s is 1.20x as fast as %s (1.20 to 1.20; 3 blocks)"
                                            .formatted(winner.label(), mode.label()))
                            .contains(
                                    "%s is slower: it takes 1.20x the time (1.20 to 1.20; 3 blocks)."
                                            .formatted(mode.label()));
                }
            }
        }
    }

    private void run(Map<ModeName, Duration> times) throws Exception {
        Path zip = zip();
        ArchiveManifest manifest = ArchiveManifest.read(zip);
        RunFiles place =
                new RunFiles(
                        RUN,
                        folder.resolve("benchmark/runs").resolve(RUN),
                        folder.resolve("benchmark/runs").resolve(RUN).resolve("timings.csv"),
                        new ResultsFile(folder.resolve("benchmark/results.csv")));
        Files.createDirectories(folder.resolve("benchmark"));
        List<PassRow> rows = new ArrayList<>();
        Experiment experiment =
                new Experiment(
                        new Experiment.Site(
                                spec -> trial(spec, times), bucket, ServerCpuClock.unknown()),
                        Map.of(zip, manifest),
                        row -> {
                            assertThat(place.results().append(row)).isEmpty();
                            rows.add(row);
                        },
                        rows(manifest),
                        false,
                        new Diary());
        var _ =
                experiment.run(
                        new Planner(RUN, Specs.nowhere(), FairnessContract::standard, zip)
                                .trials(design(zip, times)),
                        TimeBudget.unlimited());
        RunSummaryPrinter closing =
                new RunSummaryPrinter(terminal(), OutputFormat.TABLE, Optional.empty(), place);
        assertThat(closing.print(rows, List.of())).isEqualTo(ExitCode.OK);
        warnings = closing.warnings(rows);
    }

    private Path zip() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int index = 0; index < 4; index++) {
            files.put("file-" + index, SmallZip.noise(1_000 + index));
        }
        return SmallZip.write(folder.resolve("four.zip"), files);
    }

    private static ExperimentDesign design(Path zip, Map<ModeName, Duration> times) {
        return new ExperimentDesign(
                times.keySet().stream().sorted().toList(),
                List.of(new ConcurrencyLevel(1, List.of(zip))),
                BLOCKS,
                2,
                new WarmupPolicy.Fixed(4),
                false,
                1);
    }

    private static PassRowFactory rows(ArchiveManifest manifest) {
        long service = Duration.ofMillis(20).toNanos();
        Calibration calibration =
                new Calibration(
                        List.of(
                                new Calibration.OfArchive(
                                        manifest.archive(),
                                        List.of(service, service, service),
                                        Duration.ofMillis(1))),
                        Optional.of(new Calibration.Bandwidth(1_000_000, 1)),
                        3,
                        3_000);
        return new PassRowFactory(
                "upload",
                1,
                _ -> new PassRow.Software("25.0.1+8", "2.54.13", "0.1.0", Optional.empty()),
                _ -> manifest.items(),
                VerifyLevel.CHECKSUM,
                new IdealReferenceProvider(
                        2,
                        Optional.of(new IdealTimes(calibration, 2, OptionalDouble.empty())),
                        _ -> manifest.items()),
                () -> NOON);
    }

    private Trial trial(TrialSpec spec, Map<ModeName, Duration> times) {
        FakeTicker ticker = new FakeTicker(Duration.ZERO);
        Duration time = times.getOrDefault(spec.mode(), Duration.ZERO);
        ScriptedUploads uploads =
                new ScriptedUploads(
                        (prefix, item, trace) -> {
                            trace.requestStarted();
                            trace.attempt();
                            ticker.advance(time);
                            return stored(prefix, item);
                        });
        return new LocalTrial(
                spec,
                new LocalTrial.Surroundings(
                        () -> new Engine.Blocking(new Sequential(), Optional.empty(), uploads),
                        _ -> {},
                        ticker,
                        () -> NOON,
                        new FakeProbe(),
                        Optional.of(NOON.minusMillis(750))));
    }

    private Outcome stored(String prefix, Item item) {
        try (InputStream stream = item.content().open()) {
            bucket.put(ObjectKey.of(prefix, item.index(), item.name()), stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Outcome.Stored("etag");
    }

    private Terminal terminal() {
        return new Terminal(
                new PrintWriter(out),
                new PrintWriter(new StringWriter()),
                InputStream.nullInputStream(),
                Map.of(),
                folder,
                false,
                false);
    }
}
