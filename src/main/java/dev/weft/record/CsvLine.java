package dev.weft.record;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/// One row as one line, always: whatever would break a line is written as an [TextEscape]. So a
/// line that a crash cut off can never swallow the next one, and line-based tools see rows.
final class CsvLine {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private static final char QUOTE = '"';

    private CsvLine() {}

    /// The cells as a line, its end included.
    static String of(List<String> cells) {
        try {
            StringBuilder line = new StringBuilder();
            FORMAT.printRecord(line, cells.stream().map(TextEscape::hide).toArray());
            return line.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder takes anything", e);
        }
    }

    /// Appends one text as a cell, quoted where it has to be.
    static void appendCell(StringBuilder line, String text, boolean first) {
        try {
            FORMAT.print(TextEscape.hide(text), line, first);
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder takes anything", e);
        }
    }

    /// The cells of a line.
    ///
    /// @param line without its end
    /// @throws MalformedRowException when it is not one row of CSV
    static List<String> cells(String line) {
        return split(line).stream().map(TextEscape::reveal).toList();
    }

    private static List<String> split(String line) {
        if (line.isEmpty()) {
            throw new MalformedRowException("it is empty", null);
        }
        if (line.indexOf(QUOTE) < 0) {
            // Nothing to parse, and a parser for each of a million lines takes half a minute.
            return Arrays.asList(line.split(",", -1));
        }
        try (CSVParser parser = CSVParser.parse(new StringReader(line), FORMAT)) {
            return parser.getRecords().getFirst().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new MalformedRowException("its quotes do not match", e);
        }
    }
}
