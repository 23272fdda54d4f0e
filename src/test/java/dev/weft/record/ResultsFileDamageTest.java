package dev.weft.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.weft.csv.CorruptLine;
import dev.weft.csv.ReadResult;
import dev.weft.plan.ModeName;
import dev.weft.testing.Passes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFileDamageTest {
    private static final PassRow ROW = Passes.of(ModeName.ASYNC).row();
    private static final PassRow QUOTED = OddRows.failing("two\nlines, \"quoted\"");

    @TempDir Path folder;
    private Path path;
    private ResultsFile results;

    @BeforeEach
    void twoRows() throws Exception {
        path = folder.resolve("results.csv");
        results = new ResultsFile(path);
        results.append(ROW);
        results.append(QUOTED);
    }

    @Test
    void movesAnUnfinishedLineAsideAndSaysSo() throws Exception {
        add("1,20261120,\"t3");

        Optional<CorruptLine> moved = results.append(ROW);

        assertThat(results.read())
                .isEqualTo(new ReadResult<>(List.of(ROW, QUOTED, ROW), List.of()));
        assertThat(folder.resolve("results.csv.unfinished")).hasContent("1,20261120,\"t3\n");
        assertThat(moved.orElseThrow().sentence())
                .isEqualTo(
                        "%s, line 4: a crash cut it off; it was moved to %s.unfinished"
                                .formatted(path, path));
    }

    @Test
    void reportsAnUnfinishedLineOnReading() throws Exception {
        add("1,20261120,\"t3");

        assertThat(results.read().rows()).containsExactly(ROW, QUOTED);
        assertThat(results.read().corruptLines())
                .containsExactly(new CorruptLine(path, 4, "a crash cut it off", "1,20261120,\"t3"));
    }

    @Test
    void findsAnUnfinishedLineThatIsLong() throws Exception {
        add("x".repeat(100_000));

        assertThat(results.append(ROW)).isPresent();

        assertThat(results.read())
                .isEqualTo(new ReadResult<>(List.of(ROW, QUOTED, ROW), List.of()));
        assertThat(folder.resolve("results.csv.unfinished")).hasSize(100_001);
    }

    @Test
    void survivesACrashAfterAnyByte() throws Exception {
        byte[] whole = Files.readAllBytes(path);
        Random random = new Random(20_261_120);
        for (int length = 0; length < whole.length; length += random.nextInt(1, 6)) {
            byte[] left = Arrays.copyOf(whole, length);
            long lines = new String(left, UTF_8).chars().filter(c -> c == '\n').count();
            boolean unfinished = length > 0 && left[length - 1] != '\n';
            int rows = (int) Math.max(0, lines - 1);
            Files.write(path, left);

            assertThat(results.read().rows()).hasSize(rows);
            assertThat(results.read().corruptLines()).hasSize(unfinished ? 1 : 0);
            assertThat(results.append(ROW).isPresent()).isEqualTo(unfinished);
            assertThat(results.read().rows()).hasSize(rows + 1).endsWith(ROW);
            assertThat(results.read().corruptLines()).isEmpty();
        }
    }

    @Test
    void reportsLinesThatAreNoRowsAndReadsTheOthers() throws Exception {
        String row = Files.readAllLines(path).get(1);
        add(
                String.join(
                        "\n",
                        "nonsense",
                        row.replace(",async,", ",fast,"),
                        row.replace(",64,", ",-64,"),
                        row.replace("2026-11-20T12", "20 Nov 12"),
                        "",
                        row.replaceFirst("3,", "1,"),
                        row.replace(",400.000,", ",4e2,"),
                        row.replace(",ok,", ",\"ok,"),
                        row + "\n"));

        ReadResult<PassRow> readout = results.read();

        assertThat(readout.rows()).containsExactly(ROW, QUOTED, ROW);
        assertThat(readout.corruptLines())
                .extracting(CorruptLine::line, CorruptLine::reason)
                .containsExactly(
                        tuple(
                                4L,
                                "it has 1 cells instead of "
                                        + ResultsColumns.FORMAT.names().size()),
                        tuple(
                                5L,
                                "mode should be one of [sequential, threads, async, virtual],"
                                        + " not \"fast\""),
                        tuple(6L, "concurrency -64 must be at least 1"),
                        tuple(
                                7L,
                                "started_at should be a time such as 2026-11-20T15:36:00.000Z,"
                                        + " not \"20 Nov 12:00:00.000Z\""),
                        tuple(8L, "it is empty"),
                        tuple(9L, "schema should be 3, not \"1\""),
                        tuple(10L, "wall_ms should be a number of milliseconds, not \"4e2\""),
                        tuple(11L, "its quotes do not match"));
    }

    @Test
    void readsAnyGarbageWithoutFailing() throws Exception {
        byte[] whole = Files.readAllBytes(path);
        int header = new String(whole, UTF_8).indexOf('\n') + 1;
        Random random = new Random(20_261_120);
        for (int round = 0; round < 400; round++) {
            byte[] mutant = whole.clone();
            for (int change = random.nextInt(5); change >= 0; change--) {
                int place = header + random.nextInt(whole.length - header);
                mutant[place] = (byte) random.nextInt(256);
            }
            Files.write(path, mutant);

            ReadResult<PassRow> readout = results.read();

            long lines = 1;
            for (int i = header; i < mutant.length - 1; i++) {
                lines += mutant[i] == '\n' ? 1 : 0;
            }
            assertThat(readout.rows().size() + readout.corruptLines().size())
                    .as("round %d", round)
                    .isEqualTo((int) lines);
        }
    }

    private void add(String text) throws IOException {
        Files.writeString(path, text, StandardOpenOption.APPEND);
    }
}
