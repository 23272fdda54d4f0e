package dev.weft.csv;

import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/// Writes a row as exactly one line and parses it. A truncated line therefore never swallows the
/// next one, and line-based tools see rows.
///
/// Characters that would break the line are escaped: a control character or an unpaired surrogate
/// becomes a backslash, `u` and four hexadecimal digits; a backslash becomes two.
public final class CsvLine {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
    private static final char QUOTE = '"';
    private static final char BACKSLASH = '\\';

    /// Printable ASCII without the backslash. A quick check for it avoids [#UNSAFE] for most texts.
    private static final CharMatcher PLAIN =
            CharMatcher.inRange(' ', '~').and(CharMatcher.isNot(BACKSLASH)).precomputed();

    /// Characters to escape. A surrogate of a pair is not in the class `Cs`.
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cs}\\\\]");

    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:(\\\\)|u([0-9a-fA-F]{4})|(u.{4}))?", Pattern.DOTALL);

    private CsvLine() {}

    /// Formats the cells as a line with its line feed.
    static String of(Collection<String> cells) {
        try {
            StringBuilder line = new StringBuilder();
            FORMAT.printRecord(line, cells.stream().map(CsvLine::escape).toArray());
            return line.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder takes anything", e);
        }
    }

    /// Appends one text as a cell, with quotes if needed.
    public static void appendCell(StringBuilder line, String text, boolean first) {
        try {
            FORMAT.print(escape(text), line, first);
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder takes anything", e);
        }
    }

    /// Parses the cells of a line.
    ///
    /// @param line line without its line feed
    /// @throws IllegalArgumentException if the line is not one row of CSV
    public static List<String> cells(String line) {
        return split(line).stream().map(CsvLine::unescape).toList();
    }

    private static List<String> split(String line) {
        if (line.isEmpty()) {
            throw new IllegalArgumentException("it is empty");
        }
        if (line.indexOf(QUOTE) < 0) {
            // Without quotes a split is enough. A parser per line takes 30 s for a million lines.
            return Arrays.asList(line.split(",", -1));
        }
        try (CSVParser parser = CSVParser.parse(new StringReader(line), FORMAT)) {
            return parser.getRecords().getFirst().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException("its quotes do not match", e);
        }
    }

    /// Escapes a text.
    static String escape(String text) {
        if (PLAIN.matchesAllOf(text)) {
            return text;
        }
        return UNSAFE.matcher(text)
                .replaceAll(
                        match ->
                                Matcher.quoteReplacement(
                                        match.group().equals("\\")
                                                ? "\\\\"
                                                : "\\u%04x"
                                                        .formatted((int) match.group().charAt(0))));
    }

    /// Returns the original text.
    ///
    /// @throws IllegalArgumentException if [#escape] did not write the text
    static String unescape(String escaped) {
        return escaped.indexOf(BACKSLASH) < 0
                ? escaped
                : ESCAPE.matcher(escaped)
                        .replaceAll(
                                match -> Matcher.quoteReplacement(String.valueOf(original(match))));
    }

    private static char original(MatchResult escape) {
        if (escape.group(1) != null) {
            return BACKSLASH;
        }
        if (escape.group(2) != null) {
            return (char) Integer.parseInt(escape.group(2), 16);
        }
        throw new IllegalArgumentException(
                escape.group(3) == null
                        ? "a backslash stands alone"
                        : "an escape has no four hexadecimal digits");
    }
}
