package dev.weft.report;

import dev.weft.csv.RecordException;
import dev.weft.record.PassRow;
import dev.weft.record.TimingRow;
import dev.weft.record.TimingsFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reports as data.
final class PageOf {
    private static final String BEFORE = "id=\"data\">";

    private PageOf() {}

    /// The page about rows without anything else.
    static JsonNode rows(List<PassRow> rows) throws RecordException {
        return data(html(rows, Optional.empty()));
    }

    /// The page about rows and timings.
    static JsonNode rows(List<PassRow> rows, Path timings) throws RecordException {
        return data(html(rows, Optional.of(timings)));
    }

    private static String html(List<PassRow> rows, Optional<Path> timings) throws RecordException {
        return html(
                new Report.Sources(
                        rows,
                        Optional.empty(),
                        timings,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
    }

    static String html(Report.Sources sources) throws RecordException {
        return new String(Report.html(sources), StandardCharsets.UTF_8);
    }

    static JsonNode data(String page) {
        int from = page.indexOf(BEFORE) + BEFORE.length();
        return JsonMapper.shared().readTree(page.substring(from, page.indexOf("</script>", from)));
    }

    /// A file of timings in a new folder.
    static Path timings(Stream<TimingRow> rows) throws IOException, RecordException {
        Path file = Files.createTempDirectory("weft-report").resolve("timings.csv");
        List<TimingRow> all = rows.toList();
        for (String runId : all.stream().map(TimingRow::runId).distinct().toList()) {
            try (TimingsFile timings = TimingsFile.open(file, runId)) {
                all.stream()
                        .filter(row -> row.runId().equals(runId))
                        .map(TimingRow::item)
                        .forEach(timings::record);
            }
        }
        return file;
    }
}
