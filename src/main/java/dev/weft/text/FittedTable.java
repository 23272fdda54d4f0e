package dev.weft.text;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// A table that fits into a width: columns that matter less give way, and a line below names them.
///
/// @param lines of cells, the header first
/// @param left the columns whose cells stand to the left, by their headers
/// @param givingWay the columns that may be left out, in that order, by their headers
public record FittedTable(List<List<String>> lines, Set<String> left, List<String> givingWay) {
    public FittedTable {
        lines = List.copyOf(lines);
        left = Set.copyOf(left);
        givingWay = List.copyOf(givingWay);
    }

    /// The table as lines of text, none of which is wider; empty for a header alone.
    public List<String> text(OptionalInt width) {
        if (lines.size() < 2) {
            return List.of();
        }
        List<String> whole = text();
        return width.isEmpty() || widest(whole) <= width.getAsInt()
                ? whole
                : fitted(width.getAsInt());
    }

    private List<String> fitted(int width) {
        List<String> out = new ArrayList<>();
        FittedTable rest = this;
        for (String header : givingWay) {
            if (widest(rest.text()) <= width) {
                break;
            }
            rest = rest.without(header);
            out.add(header);
        }
        List<String> text = new ArrayList<>();
        // A name may be longer than any window.
        rest.text().forEach(line -> text.add(TextWidth.fitted(line, width, false)));
        if (out.isEmpty()) {
            return text;
        }
        text.addAll(
                TextWidth.folded(
                        "Not shown in %d columns: %s."
                                .formatted(
                                        width,
                                        header().stream()
                                                .filter(out::contains)
                                                .map(this::named)
                                                .collect(Collectors.joining(", "))),
                        width));
        return text;
    }

    private List<String> header() {
        return lines.getFirst();
    }

    private List<String> text() {
        return TextTable.of(
                lines, left.stream().map(header()::indexOf).collect(Collectors.toSet()));
    }

    /// With its value, where all lines have the same, or one of two.
    private String named(String header) {
        List<String> values = values(header);
        return values.size() == 1 || (values.size() == 2 && lines.size() > 3)
                ? "%s (%s)".formatted(header, String.join(" or ", values))
                : header;
    }

    private List<String> values(String header) {
        int place = header().indexOf(header);
        return lines.stream().skip(1).map(line -> line.get(place)).distinct().toList();
    }

    /// The same without a column.
    public FittedTable without(String header) {
        int place = header().indexOf(header);
        List<List<String>> rest = new ArrayList<>();
        for (List<String> line : lines) {
            List<String> cells = new ArrayList<>(line);
            cells.remove(place);
            rest.add(cells);
        }
        return new FittedTable(
                rest,
                left.stream().filter(name -> !name.equals(header)).collect(Collectors.toSet()),
                givingWay.stream().filter(name -> !name.equals(header)).toList());
    }

    private static int widest(List<String> text) {
        return text.stream().mapToInt(TextWidth::width).max().orElse(0);
    }
}
