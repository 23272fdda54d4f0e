package dev.weft.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.csv.Column;
import dev.weft.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CsvDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/csv.md");

    @Test
    void documentsEveryColumnAsTheCodeDoes() throws Exception {
        String document = Files.readString(DOCUMENT);

        String upToDate =
                replaceTable(
                        replaceTable(
                                replaceTable(document, "results", ResultsColumns.ALL),
                                "timings",
                                TimingColumns.ALL),
                        "warm-up curves",
                        WarmupFile.ALL);

        new Golden(DOCUMENT).check(upToDate);
    }

    @Test
    void everyColumnHasAnotherNameAndAMeaning() {
        for (List<? extends Column<?>> columns :
                List.of(ResultsColumns.ALL, TimingColumns.ALL, WarmupFile.ALL)) {
            assertThat(Column.names(columns)).doesNotHaveDuplicates();
            assertThat(columns).allSatisfy(column -> assertThat(column.meaning()).endsWith("."));
        }
    }

    private static String replaceTable(
            String document, String kind, List<? extends Column<?>> columns) {
        String marker = "<!-- " + kind;
        assertThat(document).containsOnlyOnce(marker);
        int start = document.indexOf('\n', document.indexOf(marker)) + 1;
        int end = document.indexOf("<!-- end -->", start);
        return document.substring(0, start) + table(columns) + document.substring(end);
    }

    private static String table(List<? extends Column<?>> columns) {
        return columns.stream()
                .map(
                        column ->
                                "| `%s` | %s | %s |\n"
                                        .formatted(
                                                column.name(),
                                                column.meaning(),
                                                column.emptyWhen()))
                .collect(
                        Collectors.joining(
                                "", "| column | meaning | empty when |\n|---|---|---|\n", ""));
    }
}
