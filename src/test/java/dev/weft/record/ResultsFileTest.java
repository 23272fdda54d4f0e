package dev.weft.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.csv.CsvLine;
import dev.weft.csv.ReadResult;
import dev.weft.csv.RecordException;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.testing.Golden;
import dev.weft.testing.Passes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFileTest {
    private static final PassRow WARM = Passes.of(ModeName.ASYNC).row();
    private static final PassRow COLD = Passes.of(ModeName.THREADS).phase(Phase.COLD).row();

    @TempDir Path folder;

    @Test
    void writesTheKnownText() throws Exception {
        append(WARM, COLD, OddRows.dead(), OddRows.bare());

        Golden.of(ResultsFileTest.class, "results.csv").check(text());
    }

    @Test
    void writesTheHeaderOnce() throws Exception {
        append(WARM, WARM, COLD);

        assertThat(text().lines()).hasSize(4);
        assertThat(text().lines().filter(line -> line.startsWith("schema,run_id"))).hasSize(1);
    }

    @Test
    void readsBackWhatItWrote() throws Exception {
        append(WARM, COLD, OddRows.dead(), OddRows.bare());

        ReadResult<PassRow> readout = results().read();

        assertThat(readout.rows()).containsExactly(WARM, COLD, OddRows.dead(), OddRows.bare());
        assertThat(readout.corruptLines()).isEmpty();
    }

    @Test
    void keepsTimesToTheMicrosecond() throws Exception {
        append(Passes.of(ModeName.ASYNC).wall(Duration.ofNanos(1_234_567_499)).row());

        PassRow read = results().read().rows().getFirst();
        append(read);

        assertThat(read.measures().orElseThrow().wall()).isEqualTo(Duration.ofNanos(1_234_567_000));
        assertThat(results().read().rows()).containsExactly(read, read);
    }

    @Test
    void aRowThatWasReadIsWrittenAsItWas() throws Exception {
        append(Passes.of(ModeName.ASYNC).files(80).wall(Duration.ofNanos(2_000_499)).row());
        String written = text();

        append(results().read().rows().getFirst());

        assertThat(text().lines().skip(1).distinct()).as(written).hasSize(1);
    }

    @Test
    void keepsTextsThatWouldBreakALine() throws Exception {
        PassRow odd =
                OddRows.failing(
                        "a \"quoted\", comma'd\r\nand \\broken\\ text \0 \ud83d\ude00 \ud83d");

        append(odd, WARM);

        assertThat(results().read().rows()).containsExactly(odd, WARM);
        assertThat(text().lines()).hasSize(3);
    }

    @Test
    void tellsThroughputFromStoredAndWall() throws Exception {
        append(Passes.of(ModeName.VIRTUAL).files(500).wall(Duration.ofMillis(250)).row());

        assertThat(cell("throughput_per_s")).isEqualTo("2000.000");
        assertThat(cell("mib_per_s")).isEqualTo("195.313");
    }

    @Test
    void leavesUnknownCellsEmpty() throws Exception {
        append(OddRows.bare());

        assertThat(cell("wall_ms")).isEqualTo("0.000");
        assertThat(
                        List.of(
                                cell("throughput_per_s"),
                                cell("p50_ms"),
                                cell("cpu_ms"),
                                cell("peak_rss_mib"),
                                cell("seed"),
                                cell("latency_ms")))
                .containsOnly("");
    }

    @Test
    void makesTheFolder() throws Exception {
        ResultsFile deep = new ResultsFile(folder.resolve("a/b/results.csv"));

        deep.append(WARM);

        assertThat(deep.read().rows()).containsExactly(WARM);
    }

    @Test
    void appendsInAThreadThatIsInterrupted() throws Exception {
        Thread.currentThread().interrupt();

        results().append(WARM);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(results().read().rows()).containsExactly(WARM);
    }

    @Test
    void readsLinesThatEndAsOnWindows() throws Exception {
        append(WARM);
        Files.writeString(folder.resolve("results.csv"), text().replace("\n", "\r\n"));

        assertThat(results().read().rows()).containsExactly(WARM);
    }

    private ResultsFile results() {
        return new ResultsFile(folder.resolve("results.csv"));
    }

    private void append(PassRow... rows) throws RecordException {
        for (PassRow row : rows) {
            assertThat(results().append(row)).isEmpty();
        }
    }

    private String text() throws IOException {
        return Files.readString(folder.resolve("results.csv"));
    }

    private String cell(String column) throws IOException {
        List<String> lines = text().lines().toList();
        return CsvLine.cells(lines.getLast()).get(CsvLine.cells(lines.getFirst()).indexOf(column));
    }
}
