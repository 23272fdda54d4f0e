package dev.weft.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/// Heading of a picture: a title and lines that explain it.
///
/// @param lines conditions of the measurement, and the meaning of the marks
record Heading(String title, List<String> lines) {
    private static final Color GREY = new Color(0x555555);
    private static final int TITLE_LINE = 44;
    private static final int LINE_HEIGHT = 22;
    private static final int BOTTOM_GAP = 20;

    Heading {
        lines = List.copyOf(lines);
    }

    /// Draws the heading from the upper left corner on and wraps long lines.
    ///
    /// @return height of the heading, in the unit of the font sizes
    int paint(Canvas canvas, int margin, int width) {
        int textWidth = width - 2 * margin;
        canvas.textWithin(textWidth, title, Canvas.TITLE, Color.BLACK, margin, TITLE_LINE);
        int y = TITLE_LINE + 4;
        for (String line : wrapped(canvas, textWidth)) {
            y += LINE_HEIGHT;
            canvas.text(line, Canvas.SUBTITLE, GREY, margin, y);
        }
        return y + BOTTOM_GAP;
    }

    private List<String> wrapped(Canvas canvas, int textWidth) {
        List<String> wrapped = new ArrayList<>();
        for (String line : lines) {
            String current = "";
            for (String word : line.split(" ", -1)) {
                String longer = current.isEmpty() ? word : current + " " + word;
                if (!current.isEmpty() && canvas.textWidth(longer, Canvas.SUBTITLE) > textWidth) {
                    wrapped.add(current);
                    longer = word;
                }
                current = longer;
            }
            wrapped.add(current);
        }
        return wrapped;
    }
}
