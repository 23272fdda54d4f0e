package dev.weft.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Text of somebody else's in Markdown: whatever it holds, it becomes no heading, link or row.
public final class Markdown {
    private Markdown() {}

    /// A table.
    ///
    /// @param lines of cells, the header first
    /// @param left whether the cells of a column stand to the left
    public static List<String> table(List<List<String>> lines, IntPredicate left) {
        List<String> table = new ArrayList<>();
        table.add(row(lines.getFirst().stream().map(Markdown::escaped).toList()));
        table.add(
                row(
                        IntStream.range(0, lines.getFirst().size())
                                .mapToObj(column -> left.test(column) ? "---" : "---:")
                                .toList()));
        lines.stream()
                .skip(1)
                .map(line -> row(line.stream().map(Markdown::escaped).toList()))
                .forEach(table::add);
        return table;
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    /// Text as text, in one line.
    public static String escaped(String text) {
        return line(text).replaceAll("([\\\\`*_\\[\\]<>|])", "\\\\$1");
    }

    /// Text as code, between more backticks than it has.
    public static String code(String text) {
        String line = line(text);
        if (line.isBlank()) {
            return "` `";
        }
        if (!line.contains("`")) {
            return "`" + line + "`";
        }
        String fence = "`";
        while (line.contains(fence)) {
            fence += "`";
        }
        return fence + " " + line + " " + fence;
    }

    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
