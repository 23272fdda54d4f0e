package dev.weft.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterators;
import dev.weft.plan.FairnessContract;
import dev.weft.record.PassMeasures;
import dev.weft.record.PassRow;
import dev.weft.record.TimingsFile;
import dev.weft.stats.Quantiles;
import dev.weft.store.S3Bucket;
import dev.weft.testing.Embedded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The long runs behind the figures of docs/reliability.md: `make evidence` makes them, `make test`
/// does not. What was seen goes to target/evidence/scale.md.
class ScaleEvidence {
    private static final Path FIGURES = Path.of("target", "evidence", "scale.md");

    /// Fewer of them try it out.
    private static final int OBJECTS = Integer.getInteger("weft.scale.objects", 400_000);

    private static final String CONCURRENT = "--mode=threads,async,virtual";

    @TempDir private Path folder;

    private Optional<StartedWeft> started = Optional.empty();

    @BeforeAll
    static void begin() throws IOException {
        Files.createDirectories(FIGURES.getParent());
        Files.deleteIfExists(FIGURES);
    }

    @AfterEach
    void end() {
        started.ifPresent(weft -> weft.process().destroyForcibly());
    }

    @Test
    void fourHundredThousandObjectsFitIntoAClientOf256MiB() throws Exception {
        StartedWeft weft =
                run(
                        CONCURRENT,
                        "--files=400000",
                        "--file-size=1KiB",
                        "--cold",
                        "--repetitions=1",
                        "--java-options=-Xmx256m");
        assertThat(weft.rows()).hasSize(3).allSatisfy(ScaleEvidence::assertWhole);
        assertThat(timings()).isEqualTo(3 * 400_000);
        for (PassRow row : weft.rows()) {
            PassMeasures measures = row.measures().orElseThrow();
            note(
                    "400,000 objects of 1 KiB, -Xmx256m, %s: %.1f s, %.2f ms of client CPU an upload, %d MiB resident",
                    row.setting().mode().label(),
                    measures.wall().toNanos() / 1e9,
                    cpuMillis(measures),
                    measures.usage().peakRssBytes().orElseThrow() >> 20);
        }
    }

    @Test
    void anUploadGetsNoDearerOverFourHundredThousand() throws Exception {
        // The first three passes are the 100,000 uploads that warm up.
        StartedWeft weft =
                run(
                        CONCURRENT,
                        "--files=40000",
                        "--file-size=1KiB",
                        "--passes=13",
                        "--repetitions=1",
                        "--java-options=-Xmx256m");
        assertThat(weft.rows()).allSatisfy(ScaleEvidence::assertWhole);
        Map<String, List<Double>> tenths = new LinkedHashMap<>();
        for (PassRow row : weft.rows()) {
            tenths.computeIfAbsent(row.setting().mode().label(), _ -> new ArrayList<>())
                    .add(cpuMillis(row.measures().orElseThrow()));
        }
        assertThat(tenths).hasSize(3);
        for (Map.Entry<String, List<Double>> mode : tenths.entrySet()) {
            List<Double> last =
                    mode.getValue().subList(mode.getValue().size() - 10, mode.getValue().size());
            double median =
                    Quantiles.median(last.stream().mapToDouble(Double::doubleValue).toArray());
            double ratio = last.getLast() / median;
            note(
                    "client CPU of an upload in the last tenth of 400,000, %s: %.3f ms, %.2f times the median tenth",
                    mode.getKey(), last.getLast(), ratio);
            assertThat(ratio).as(mode.getKey()).isLessThanOrEqualTo(1.25);
        }
    }

    @Test
    void fourThousandAtOnceLoseNoConnection() throws Exception {
        StartedWeft weft =
                run(
                        CONCURRENT,
                        "--files=40000",
                        "--file-size=1KiB",
                        "--concurrency=4000",
                        "--cold",
                        "--repetitions=1");
        assertThat(weft.rows()).hasSize(3).allSatisfy(ScaleEvidence::assertWhole);
        for (PassRow row : weft.rows()) {
            PassMeasures measures = row.measures().orElseThrow();
            note(
                    "40,000 objects of 1 KiB, 4,000 at once, %s: %.1f s, %d retries, %d platform threads, %d MiB resident",
                    row.setting().mode().label(),
                    measures.wall().toNanos() / 1e9,
                    measures.retries(),
                    measures.usage().peakThreads(),
                    measures.usage().peakRssBytes().orElseThrow() >> 20);
            assertThat(measures.retries()).isZero();
        }
    }

    @Test
    void aFileLargerThanTheHeapIsUploadedAsAStream() throws Exception {
        StartedWeft weft =
                run(
                        "--mode=all",
                        "--files=2",
                        "--file-size=512MiB",
                        "--concurrency=2",
                        "--cold",
                        "--repetitions=1",
                        "--no-calibrate",
                        "--java-options=-Xmx64m");
        assertThat(weft.rows()).hasSize(4).allSatisfy(ScaleEvidence::assertWhole);
        for (PassRow row : weft.rows()) {
            note(
                    "2 objects of 512 MiB, -Xmx64m, %s: %.1f s, %d MiB resident",
                    row.setting().mode().label(),
                    row.measures().orElseThrow().wall().toNanos() / 1e9,
                    row.measures().orElseThrow().usage().peakRssBytes().orElseThrow() >> 20);
        }
    }

    @Test
    void deletingFourHundredThousandObjectsLeavesNone() throws Exception {
        try (Embedded server = Embedded.start(Files.createDirectory(folder.resolve("server")));
                S3Bucket bucket = new S3Bucket(server.target(), FairnessContract.standard(1))) {
            fill(server);
            assertThat(keys(bucket)).as("what the run left of its own").isZero();

            fill(server, "--keep-objects");
            double listed = seconds(() -> assertThat(keys(bucket)).isEqualTo(OBJECTS));
            double cleaned = seconds(() -> against(server, "clean", "--all", "--yes"));

            assertThat(keys(bucket)).as("what clean left").isZero();
            note(
                    "%,d objects of 1 KiB: listed in %.1f s; found, deleted and looked for again by weft clean in %.1f s; none was left, nor by the run before",
                    OBJECTS, listed, cleaned);
        }
    }

    private void fill(Embedded server, String... more) throws Exception {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "run",
                                "--mode=async",
                                "--files=" + OBJECTS,
                                "--file-size=1KiB",
                                "--cold",
                                "--repetitions=1",
                                "--no-calibrate",
                                "--quiet"));
        words.addAll(List.of(more));
        assertThat(against(server, words.toArray(String[]::new)).rows())
                .isNotEmpty()
                .allSatisfy(ScaleEvidence::assertWhole);
    }

    private StartedWeft against(Embedded server, String... words) throws Exception {
        StartedWeft weft = StartedWeft.against(server.target(), folder, List.of(), words);
        started = Optional.of(weft);
        weft.assertWell();
        return weft;
    }

    private static long keys(S3Bucket bucket) {
        return Iterators.size(bucket.list(""));
    }

    private interface Step {
        void take() throws Exception;
    }

    private static double seconds(Step step) throws Exception {
        long began = System.nanoTime();
        step.take();
        return (System.nanoTime() - began) / 1e9;
    }

    private StartedWeft run(String... options) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("run", "--latency=0ms", "--quiet"));
        words.addAll(List.of(options));
        StartedWeft weft = StartedWeft.start(folder, List.of(), words.toArray(String[]::new));
        started = Optional.of(weft);
        weft.assertWell();
        return weft;
    }

    private static void assertWhole(PassRow row) {
        assertThat(row.ending().verified()).as(row.toString()).isTrue();
        assertThat(row.measures().orElseThrow().counts().stored())
                .isEqualTo(row.setting().items().files());
    }

    private static double cpuMillis(PassMeasures measures) {
        return measures.usage().cpu().orElseThrow().toNanos() / 1e6 / measures.counts().stored();
    }

    private int timings() throws Exception {
        AtomicInteger rows = new AtomicInteger();
        try (Stream<Path> files = Files.walk(folder.resolve("benchmark/runs"))) {
            for (Path file : files.filter(path -> path.endsWith("timings.csv")).toList()) {
                assertThat(TimingsFile.read(file, _ -> rows.incrementAndGet())).isEmpty();
            }
        }
        return rows.get();
    }

    private static void note(String format, Object... values) throws IOException {
        String line = String.format(Locale.ROOT, "- " + format + "%n", values);
        System.out.print(line);
        Files.writeString(FIGURES, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
