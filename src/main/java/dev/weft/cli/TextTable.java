package dev.weft.cli;

import dev.weft.screen.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Lines of cells as lines of text: columns as wide as their widest cell, numbers to the right.
final class TextTable {
    private static final String GAP = "  ";

    private TextTable() {}

    /// Lays out the lines; the first one is the header and gets a rule below it. Nothing in a cell
    /// moves the cursor.
    ///
    /// @param left the columns whose cells stand to the left
    static List<String> of(List<List<String>> cells, Set<Integer> left) {
        List<List<String>> lines =
                cells.stream().map(line -> line.stream().map(TextWidth::shown).toList()).toList();
        int columns = lines.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], TextWidth.width(line.get(column)));
            }
        }
        List<String> text = new ArrayList<>();
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                String padding = " ".repeat(widths[column] - TextWidth.width(line.get(column)));
                row.append(column == 0 ? "" : GAP);
                row.append(
                        left.contains(column)
                                ? line.get(column) + padding
                                : padding + line.get(column));
            }
            text.add(row.toString().stripTrailing());
        }
        int width = text.stream().mapToInt(TextWidth::width).max().orElse(0);
        text.add(1, "-".repeat(width));
        return text;
    }
}
