package dev.weft.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/// What a picture is about, in plain words.
///
/// @param title what was done
/// @param lines under which conditions, and what the marks mean
record Heading(String title, List<String> lines) {
    private static final Color INK = Color.BLACK;
    private static final Color PALE = new Color(0x555555);
    private static final int TITLE_LINE = 44;
    private static final int LINE_HEIGHT = 22;
    private static final int FOOT = 20;

    Heading {
        lines = List.copyOf(lines);
    }

    /// Draws it from the upper left corner on; lines that are too long go on below.
    ///
    /// @return how high it is, in the unit of the lettering
    int paint(Graphics2D graphics, TextPainter lettering, int margin, int width) {
        int room = width - 2 * margin;
        lettering.drawWithin(room, graphics, title, TextPainter.TITLE, INK, margin, TITLE_LINE);
        int y = TITLE_LINE + 4;
        for (String line : wrapped(graphics, lettering, room)) {
            y += LINE_HEIGHT;
            lettering.draw(graphics, line, TextPainter.SUBTITLE, PALE, margin, y);
        }
        return y + FOOT;
    }

    private List<String> wrapped(Graphics2D graphics, TextPainter lettering, int room) {
        List<String> wrapped = new ArrayList<>();
        for (String line : lines) {
            String begun = "";
            for (String word : line.split(" ", -1)) {
                String longer = begun.isEmpty() ? word : begun + " " + word;
                if (!begun.isEmpty()
                        && lettering.width(graphics, longer, TextPainter.SUBTITLE) > room) {
                    wrapped.add(begun);
                    longer = word;
                }
                begun = longer;
            }
            wrapped.add(begun);
        }
        return wrapped;
    }
}
