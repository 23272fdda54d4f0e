package dev.weft.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.csv.CsvLine;
import dev.weft.csv.RowFormat;
import dev.weft.plan.ModeName;
import dev.weft.testing.Passes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The tables of docs/csv.md have the columns of the files.
class CsvDocumentTest {
    @Test
    void documentsTheResults() throws Exception {
        check(
                "results",
                ResultsColumns.FORMAT,
                List.of(OddRows.bare(), OddRows.dead(), Passes.of(ModeName.ASYNC).row()));
    }

    @Test
    void documentsTheTimings() throws Exception {
        ItemRow bare =
                new ItemRow(
                        "t1",
                        1,
                        0,
                        "name",
                        1,
                        OptionalLong.empty(),
                        0,
                        OptionalLong.empty(),
                        0,
                        0,
                        OptionalInt.empty(),
                        OptionalLong.empty(),
                        Optional.empty());
        check("timings", TimingColumns.FORMAT, List.of(new TimingRow("r1", bare)));
    }

    @Test
    void documentsTheWarmUpCurves() throws Exception {
        check("warm-up curves", WarmupFile.FORMAT, List.of(WarmupFileTest.UNKNOWN));
    }

    /// @param rows rows that together have every cell empty that may be empty
    private static <R> void check(String kind, RowFormat<R> format, List<R> rows) throws Exception {
        List<String> names = format.names();
        List<List<String>> table = table(kind);

        assertThat(table).extracting(List::getFirst).isEqualTo(names);
        assertThat(names).doesNotHaveDuplicates();
        assertThat(table).allSatisfy(column -> assertThat(column.get(1)).endsWith("."));
        assertThat(table.stream().filter(column -> !column.get(2).isEmpty()).map(List::getFirst))
                .containsExactlyElementsOf(emptyColumns(format, rows));
    }

    /// Returns name, meaning and reason for an empty cell of each column.
    private static List<List<String>> table(String kind) throws Exception {
        return Files.readString(Path.of("docs/csv.md"))
                .transform(text -> text.substring(text.indexOf("<!-- " + kind)))
                .lines()
                .takeWhile(line -> !line.equals("<!-- end -->"))
                .filter(line -> line.startsWith("| `"))
                .map(line -> Stream.of(line.split("\\|")).skip(1).map(String::strip).toList())
                .map(cells -> List.of(cells.get(0).replace("`", ""), cells.get(1), cells.get(2)))
                .toList();
    }

    private static <R> List<String> emptyColumns(RowFormat<R> format, List<R> rows) {
        List<List<String>> cells =
                rows.stream().map(row -> CsvLine.cells(format.line(row).stripTrailing())).toList();
        return IntStream.range(0, format.names().size())
                .filter(column -> cells.stream().anyMatch(row -> row.get(column).isEmpty()))
                .mapToObj(format.names()::get)
                .toList();
    }
}
