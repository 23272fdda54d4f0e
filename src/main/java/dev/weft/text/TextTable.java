package dev.weft.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Formats a table as lines of text. Each column is as wide as its widest cell.
public final class TextTable {
    private static final String GAP = "  ";

    private TextTable() {}

    /// Formats lines of cells. The first line is the header and gets a rule below. Replaces control
    /// characters.
    ///
    /// @param left indexes of the left-aligned columns; all others are right-aligned
    public static List<String> of(List<List<String>> cells, Set<Integer> left) {
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
