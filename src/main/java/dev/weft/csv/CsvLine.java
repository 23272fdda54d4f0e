package dev.weft.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/// Writes a row as exactly one line and parses it. [TextEscape] escapes every character that would
/// break the line. A truncated line therefore never swallows the next one, and line-based tools see
/// rows.
public final class CsvLine {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private static final char QUOTE = '"';

    private CsvLine() {}

    /// Formats the cells as a line with its line feed.
    static String of(List<String> cells) {
        try {
            StringBuilder line = new StringBuilder();
            FORMAT.printRecord(line, cells.stream().map(TextEscape::hide).toArray());
            return line.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder takes anything", e);
        }
    }

    /// Appends one text as a cell, with quotes if needed.
    public static void appendCell(StringBuilder line, String text, boolean first) {
        try {
            FORMAT.print(TextEscape.hide(text), line, first);
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder takes anything", e);
        }
    }

    /// Parses the cells of a line.
    ///
    /// @param line line without its line feed
    /// @throws MalformedRowException if the line is not one row of CSV
    public static List<String> cells(String line) {
        return split(line).stream().map(TextEscape::reveal).toList();
    }

    private static List<String> split(String line) {
        if (line.isEmpty()) {
            throw new MalformedRowException("it is empty", null);
        }
        if (line.indexOf(QUOTE) < 0) {
            // Without quotes a split is enough. A parser per line takes 30 s for a million lines.
            return Arrays.asList(line.split(",", -1));
        }
        try (CSVParser parser = CSVParser.parse(new StringReader(line), FORMAT)) {
            return parser.getRecords().getFirst().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new MalformedRowException("its quotes do not match", e);
        }
    }
}
