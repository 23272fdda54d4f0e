package dev.weft.screen;

import dev.weft.text.TextWidth;
import java.io.PrintWriter;
import java.util.List;

/// Draws lines over the lines that it drew before. Safe for use by several threads.
///
/// The cursor stays at the start of the line below, so that the terminal is usable after any end of
/// weft.
public final class LinePainter {
    private static final String ERASE_LINE = "\033[K";
    private static final String ERASE_BELOW = "\033[J";

    private final PrintWriter out;
    private List<String> drawn = List.of();
    private boolean ended;

    /// Creates a painter without lines.
    public LinePainter(PrintWriter out) {
        this.out = out;
    }

    /// Draws lines over the previous lines. No line may be wider than the window. Does nothing
    /// after the end.
    ///
    /// @param size size of the window; lines beyond its height are omitted
    public synchronized void draw(List<String> lines, TerminalWindow.Size size) {
        if (ended) {
            return;
        }
        List<String> fitting = lines.subList(0, Math.min(lines.size(), size.rows() - 1));
        StringBuilder frame = new StringBuilder(home(size.columns()));
        fitting.forEach(line -> frame.append(line).append(ERASE_LINE).append('\n'));
        out.print(frame.append(ERASE_BELOW));
        out.flush();
        drawn = List.copyOf(fitting);
    }

    /// Prints a line above the lines that are drawn next.
    public synchronized void printAbove(String line, TerminalWindow.Size size) {
        out.print(home(size.columns()) + ERASE_BELOW);
        out.println(line);
        out.flush();
        drawn = List.of();
    }

    /// Erases the lines and ends.
    public synchronized void end(TerminalWindow.Size size) {
        if (!ended && !drawn.isEmpty()) {
            out.print(home(size.columns()) + ERASE_BELOW);
            out.flush();
        }
        ended = true;
    }

    /// Leaves the lines on the screen and ends.
    public synchronized void leave() {
        drawn = List.of();
        ended = true;
    }

    /// Returns the control sequence for the start of the drawn lines. A window that became narrower
    /// has wrapped them.
    private String home(int columns) {
        int lines =
                drawn.stream()
                        .mapToInt(line -> Math.max(1, Math.ceilDiv(TextWidth.width(line), columns)))
                        .sum();
        return lines == 0 ? "\r" : "\r\033[%dA".formatted(lines);
    }
}
