package dev.weft.text;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// A table as plain text or as Markdown.
///
/// @param lines lines of cells; the first line is the header
/// @param left headers of the left-aligned columns; all others are right-aligned
/// @param dropOrder headers of the columns that a narrow window drops, in this order
public record Table(List<List<String>> lines, Set<String> left, List<String> dropOrder) {
    private static final String GAP = "  ";

    public Table {
        lines = List.copyOf(lines);
        left = Set.copyOf(left);
        dropOrder = List.copyOf(dropOrder);
    }

    /// Returns the lines of text, each at most `width` columns wide. A last line names the dropped
    /// columns. A table without lines below the header has no text.
    public List<String> text(OptionalInt width) {
        if (lines.size() < 2) {
            return List.of();
        }
        List<String> whole = text();
        return width.isEmpty() || widest(whole) <= width.getAsInt()
                ? whole
                : fitted(width.getAsInt());
    }

    /// Returns the lines of the table in Markdown.
    public List<String> markdown() {
        List<String> table = new ArrayList<>();
        table.add(markdownRow(escaped(header())));
        table.add(
                markdownRow(
                        header().stream()
                                .map(name -> left.contains(name) ? "---" : "---:")
                                .toList()));
        lines.stream().skip(1).map(line -> markdownRow(escaped(line))).forEach(table::add);
        return table;
    }

    /// Returns the table without a column.
    public Table without(String name) {
        int column = header().indexOf(name);
        List<List<String>> rest = new ArrayList<>();
        for (List<String> line : lines) {
            List<String> cells = new ArrayList<>(line);
            cells.remove(column);
            rest.add(cells);
        }
        return new Table(
                rest, left, dropOrder.stream().filter(each -> !each.equals(name)).toList());
    }

    private List<String> header() {
        return lines.getFirst();
    }

    private List<String> text() {
        List<List<String>> shown =
                lines.stream().map(line -> line.stream().map(TextWidth::shown).toList()).toList();
        int[] widths = new int[header().size()];
        for (List<String> line : shown) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], TextWidth.width(line.get(column)));
            }
        }
        List<String> text = new ArrayList<>();
        for (List<String> line : shown) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < widths.length; column++) {
                String cell = line.get(column);
                String padding = " ".repeat(widths[column] - TextWidth.width(cell));
                cells.add(left.contains(header().get(column)) ? cell + padding : padding + cell);
            }
            text.add(String.join(GAP, cells).stripTrailing());
        }
        text.add(1, "-".repeat(widest(text)));
        return text;
    }

    private List<String> fitted(int width) {
        Table rest = this;
        List<String> dropped = new ArrayList<>();
        for (String name : dropOrder) {
            if (widest(rest.text()) <= width) {
                break;
            }
            rest = rest.without(name);
            dropped.add(name);
        }
        List<String> text = new ArrayList<>();
        // A name may be longer than any window.
        rest.text().forEach(line -> text.add(TextWidth.fitted(line, width, false)));
        if (!dropped.isEmpty()) {
            String names =
                    header().stream()
                            .filter(dropped::contains)
                            .map(this::withValues)
                            .collect(Collectors.joining(", "));
            text.addAll(
                    TextWidth.folded(
                            "Not shown in %d columns: %s.".formatted(width, names), width));
        }
        return text;
    }

    /// Returns a header, with the values of its column if it has one, or two in many lines.
    private String withValues(String name) {
        int column = header().indexOf(name);
        List<String> values =
                lines.stream().skip(1).map(line -> line.get(column)).distinct().toList();
        return values.size() == 1 || (values.size() == 2 && lines.size() > 3)
                ? "%s (%s)".formatted(name, String.join(" or ", values))
                : name;
    }

    private static List<String> escaped(List<String> cells) {
        return cells.stream().map(Markdown::escaped).toList();
    }

    private static String markdownRow(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static int widest(List<String> text) {
        return text.stream().mapToInt(TextWidth::width).max().orElse(0);
    }
}
