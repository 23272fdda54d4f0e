package dev.weft.screen;

import dev.weft.plan.ModeName;
import dev.weft.text.TextWidth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A line with a name, a bar and further fields.
///
/// @param ink mode that gives the bar its color; empty for no color
/// @param share completed share, from 0 to 1
/// @param fields fields from left to right
public record BarLine(String name, Optional<ModeName> ink, double share, List<Field> fields) {
    private static final String GAP = "  ";
    private static final int SHORTEST = 8;
    private static final int LONGEST = 40;

    /// Block characters of one to seven eighths of a cell.
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

    /// A field behind the bar.
    ///
    /// @param keep priority: a narrow window drops the fields with the lowest number first
    public record Field(String text, int keep) {}

    public BarLine {
        fields = List.copyOf(fields);
    }

    /// Formats lines with bars of equal length, each at most `cells` wide.
    public static List<String> fitted(List<BarLine> lines, int cells, TerminalFeatures look) {
        int name = lines.stream().mapToInt(line -> TextWidth.width(line.name)).max().orElse(0);
        List<BarLine> kept = lines.stream().map(line -> line.fitting(cells, name)).toList();
        int bar = kept.stream().mapToInt(line -> line.barCells(cells, name)).min().orElse(0);
        return kept.stream()
                .map(line -> line.drawn(cells, name, Math.min(LONGEST, bar), look))
                .toList();
    }

    /// Drops fields until there is room for a bar.
    private BarLine fitting(int cells, int nameCells) {
        List<Field> kept = new ArrayList<>(fields);
        BarLine line = this;
        while (line.barCells(cells, nameCells) < SHORTEST && !kept.isEmpty()) {
            kept.remove(kept.stream().min(Comparator.comparingInt(Field::keep)).orElseThrow());
            line = new BarLine(name, ink, share, kept);
        }
        return line;
    }

    private String drawn(int cells, int nameCells, int barCells, TerminalFeatures look) {
        if (barCells < 1) {
            return TextWidth.fitted(name, cells, look.unicode());
        }
        String bar = bar(share, barCells, look);
        StringBuilder line = new StringBuilder(TextWidth.padded(TextWidth.shown(name), nameCells));
        line.append(GAP).append(ink.map(mode -> look.inked(mode, bar)).orElse(bar));
        fields.forEach(field -> line.append(GAP).append(field.text()));
        return line.toString();
    }

    private int barCells(int cells, int nameCells) {
        return cells
                - nameCells
                - GAP.length()
                - fields.stream()
                        .mapToInt(field -> GAP.length() + TextWidth.width(field.text()))
                        .sum();
    }

    /// Returns a bar of `cells` cells, filled up to a share.
    static String bar(double share, int cells, TerminalFeatures look) {
        int eighths = (int) Math.floor(Math.clamp(share, 0, 1) * cells * EIGHTHS.length());
        int full = eighths / EIGHTHS.length();
        int rest = eighths % EIGHTHS.length();
        if (!look.unicode()) {
            return "#".repeat(full) + "-".repeat(cells - full);
        }
        return "█".repeat(full)
                + (rest == 0 ? "" : EIGHTHS.substring(rest, rest + 1))
                + "░".repeat(cells - full - (rest == 0 ? 0 : 1));
    }
}
