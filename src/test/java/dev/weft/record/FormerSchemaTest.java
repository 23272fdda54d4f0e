package dev.weft.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.csv.CorruptLine;
import dev.weft.csv.ReadResult;
import dev.weft.plan.ModeName;
import dev.weft.record.WarmupResult.WarmupSummary;
import dev.weft.testing.Passes;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that were begun when there were fewer columns.
class FormerSchemaTest {
    private static final PassRow ROW = Passes.of(ModeName.ASYNC).row();

    @TempDir private Path folder;

    @Test
    void resultsOfAnEarlierWeftCanBeRead() throws Exception {
        ReadResult<PassRow> readout = new ResultsFile(former("results", 1)).read();

        assertThat(readout.corruptLines()).isEmpty();
        assertThat(readout.rows()).hasSize(4);
        assertThat(readout.rows().getFirst().place()).isEqualTo(ROW.place());
        PassMeasures measures = readout.rows().getFirst().measures().orElseThrow();
        assertThat(measures.usage().peakThreads()).isEqualTo(81);
        assertThat(measures.usage().switches()).isEmpty();
        assertThat(measures.usage().collections()).isEmpty();
        assertThat(measures.peakVirtualThreads()).isEmpty();
        assertThat(measures.connectionWait()).isEmpty();
    }

    @Test
    void resultsOfAFixedWarmUpCanBeRead() throws Exception {
        ReadResult<PassRow> readout = new ResultsFile(former("results", 2)).read();

        assertThat(readout.corruptLines()).isEmpty();
        assertThat(readout.rows()).hasSize(4);
        PassRow row = readout.rows().getFirst();
        assertThat(row.place()).isEqualTo(ROW.place());
        PassMeasures measures = row.measures().orElseThrow();
        assertThat(measures.peakVirtualThreads()).isPresent();
        assertThat(measures.usage().compilation()).isEmpty();
        assertThat(row.setting().warmup())
                .isEqualTo(
                        new WarmupSummary(
                                "fixed 3000",
                                3_000,
                                Duration.ZERO,
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void timingsOfAnEarlierWeftCanBeRead() throws Exception {
        ReadResult<TimingRow> readout = TimingsFile.read(former("timings", 1));

        assertThat(readout.corruptLines()).isEmpty();
        assertThat(readout.rows())
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.item().connectionWaitNanos()).isEmpty())
                .allSatisfy(row -> assertThat(row.item().unzipNanos()).isEmpty());
    }

    @Test
    void resultsOfAnEarlierWeftAreSetAsideAsTheyAre() throws Exception {
        Path path = former("results", 1);
        byte[] before = Files.readAllBytes(path);

        Optional<CorruptLine> moved = new ResultsFile(path).append(ROW);

        Path aside = folder.resolve("results.schema1.csv");
        assertThat(moved.orElseThrow().sentence())
                .isEqualTo(
                        ("%s, line 1: its columns are those of an earlier weft (schema 1); it was"
                                        + " moved to %s, and a new file begun")
                                .formatted(path, aside.toRealPath()));
        assertThat(aside).hasBinaryContent(before);
        assertThat(new ResultsFile(path).read().rows()).containsExactly(ROW);
        assertThat(new ResultsFile(aside).read().rows()).hasSize(4);
        assertThat(new ResultsFile(path).append(ROW)).isEmpty();
    }

    @Test
    void whatWasSetAsideBeforeStays() throws Exception {
        new ResultsFile(former("results", 1)).append(ROW);
        String first = Files.readString(folder.resolve("results.schema1.csv"));
        Path path = former("results", 1);
        Files.writeString(path, Files.readString(path).lines().findFirst().orElseThrow() + "\n");

        new ResultsFile(path).append(ROW);

        assertThat(folder.resolve("results.schema1.csv")).hasContent(first);
        assertThat(folder.resolve("results.schema1-2.csv")).isNotEmptyFile();
        assertThat(new ResultsFile(path).read().rows()).containsExactly(ROW);
    }

    @Test
    void manyWhoFindItSetItAsideOnceAndLoseNoRow() throws Exception {
        Path path = former("results", 1);
        ResultsFile results = new ResultsFile(path);
        Callable<Optional<CorruptLine>> append = () -> results.append(ROW);

        long told = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Optional<CorruptLine>>> appended =
                    IntStream.range(0, 40).mapToObj(_ -> threads.submit(append)).toList();
            for (Future<Optional<CorruptLine>> each : appended) {
                told += each.get().isPresent() ? 1 : 0;
            }
        }

        assertThat(told).isEqualTo(1);
        assertThat(results.read().rows()).hasSize(40).containsOnly(ROW);
        assertThat(new ResultsFile(folder.resolve("results.schema1.csv")).read().rows()).hasSize(4);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    private Path former(String kind, int schema) throws Exception {
        Path path = folder.resolve(kind + ".csv");
        try (InputStream fixture =
                FormerSchemaTest.class.getResourceAsStream(
                        "%s.schema%d.csv".formatted(kind, schema))) {
            return Files.write(path, Objects.requireNonNull(fixture).readAllBytes());
        }
    }
}
