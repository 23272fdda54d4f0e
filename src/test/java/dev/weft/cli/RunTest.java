package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.weft.csv.RecordException;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.PassId;
import dev.weft.record.PassRow;
import dev.weft.record.PassStatus;
import dev.weft.record.ResultsFile;
import dev.weft.record.TimingRow;
import dev.weft.record.TimingsFile;
import dev.weft.session.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One small run of every mode, in child JVMs and against the embedded server, and what it leaves.
class RunTest {
    private static final int FILES = 20;

    @TempDir static Path folder;

    private static Invocation run = new Invocation(-1, "", "");

    @BeforeAll
    static void measure() {
        run =
                Invocation.in(
                        folder,
                        "run",
                        "--files=" + FILES,
                        "--file-size=1KiB",
                        "--latency=1ms",
                        "--concurrency=8",
                        "--repetitions=1",
                        "--passes=1",
                        "--warmup=40");
    }

    @Test
    void endsWell() {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    }

    @Test
    void recordsAColdAndAWarmPassOfEveryMode() throws RecordException {
        assertThat(rows())
                .extracting(row -> row.setting().mode(), row -> row.setting().phase())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ModeName.values())
                                .flatMap(
                                        mode ->
                                                Stream.of(Phase.COLD, Phase.WARM)
                                                        .map(phase -> tuple(mode, phase)))
                                .toList());
    }

    @Test
    void findsEveryObjectInTheBucket() throws RecordException {
        assertThat(rows())
                .allSatisfy(
                        row -> {
                            assertThat(row.ending().status()).isEqualTo(PassStatus.OK);
                            assertThat(row.ending().verified()).isTrue();
                            assertThat(row.measures().orElseThrow().counts().stored())
                                    .isEqualTo(FILES);
                        });
    }

    @Test
    void comparesModesUnderOneContract() throws RecordException {
        assertThat(rows())
                .extracting(row -> row.contract().fairness())
                .containsOnly(rows().getFirst().contract().fairness());
    }

    @Test
    void recordsEveryItemOfEveryPass() throws RecordException {
        List<TimingRow> items = TimingsFile.read(timings()).rows();

        assertThat(items).hasSize(FILES * rows().size());
        assertThat(items)
                .allSatisfy(
                        row -> {
                            assertThat(row.item().failure()).isEmpty();
                            assertThat(row.item().attempts()).isEqualTo(1);
                        });
    }

    @Test
    void theItemsOfAPassWereUnzippedAsLongAsThePassSays() throws RecordException {
        Map<PassId, Long> unzip =
                TimingsFile.read(timings()).rows().stream()
                        .collect(
                                Collectors.groupingBy(
                                        PassId::of,
                                        Collectors.summingLong(
                                                row -> row.item().unzipNanos().orElseThrow())));

        assertThat(rows())
                .allSatisfy(
                        row ->
                                assertThat(unzip.get(PassId.of(row)))
                                        .isPositive()
                                        // Each is rounded to a microsecond, as is the whole.
                                        .isCloseTo(
                                                row.measures().orElseThrow().unzip().toNanos(),
                                                within(500L * FILES + 500)));
    }

    @Test
    void canBeDrawnAsAWeave() {
        Invocation plot = Invocation.in(folder, "plot", "--chart=weave");

        assertThat(plot.out().lines())
                .containsExactly("benchmark/weave.png", "benchmark/weave.svg");
        assertThat(plot.exitCode()).as(plot.err()).isEqualTo(ExitCode.OK);
    }

    @Test
    void showsEveryModeInTheTable() {
        assertThat(run.out()).contains("sequential", "threads", "async", "virtual", "1.00x");
    }

    @Test
    void saysWhereTheResultsAre() {
        assertThat(run.out()).contains("benchmark/results.csv", "timings.csv");
    }

    @Test
    void saysFirstWhatItIsAboutToDo() {
        assertThat(run.err()).startsWith("weft: sequential, threads, async, virtual against");
    }

    @Test
    void writesNoSecret() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(
                            files.filter(Files::isRegularFile)
                                    .filter(f -> !f.toString().endsWith(".zip")))
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("AKIA"));
        }
    }

    private static List<PassRow> rows() throws RecordException {
        return new ResultsFile(folder.resolve("benchmark/results.csv")).read().rows();
    }

    private static Path timings() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("timings.csv")).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
