package dev.weft.screen;

import dev.weft.text.TextWidth;
import java.io.PrintWriter;
import java.util.List;

/// Draws lines over those that it drew before. Safe to call from any thread.
///
/// The cursor stays at the begin of the line below, so that whatever ends weft leaves the terminal
/// in order.
public final class LinePainter {
    private static final String ERASE_LINE = "\033[K";
    private static final String ERASE_BELOW = "\033[J";

    private final PrintWriter out;
    private List<String> drawn = List.of();
    private boolean ended;

    /// A painter that has drawn nothing.
    public LinePainter(PrintWriter out) {
        this.out = out;
    }

    /// Draws lines, none of which is wider than the window, over those that were there; nothing
    /// more once it has ended.
    ///
    /// @param size of the window: lines that find no room below each other are left out
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

    /// Says something above what is drawn from then on.
    public synchronized void printAbove(String line, TerminalWindow.Size size) {
        out.print(home(size.columns()) + ERASE_BELOW);
        out.println(line);
        out.flush();
        drawn = List.of();
    }

    /// Erases what is drawn, and draws nothing more.
    public synchronized void end(TerminalWindow.Size size) {
        if (!ended && !drawn.isEmpty()) {
            out.print(home(size.columns()) + ERASE_BELOW);
            out.flush();
        }
        ended = true;
    }

    /// Leaves what is drawn where it is, and draws nothing more.
    public synchronized void leave() {
        drawn = List.of();
        ended = true;
    }

    /// To where the drawn lines begin. In a window that has become narrower they were folded.
    private String home(int columns) {
        int lines =
                drawn.stream()
                        .mapToInt(line -> Math.max(1, Math.ceilDiv(TextWidth.width(line), columns)))
                        .sum();
        return lines == 0 ? "\r" : "\r\033[%dA".formatted(lines);
    }
}
