package dev.weft.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/// Width of text in a terminal. It differs from the length, because a character takes no cell, one
/// or two.
public final class TextWidth {
    private static final Pattern COLOUR = Pattern.compile("\033\\[[0-9;]*m");

    private static final Pattern WORD = Pattern.compile("\\S+");

    private TextWidth() {}

    /// Returns the number of cells of a text without its color sequences.
    public static int width(String text) {
        return COLOUR.matcher(text)
                .replaceAll("")
                .codePoints()
                .map(each -> Math.max(0, WCWidth.wcwidth(each)))
                .sum();
    }

    /// Cuts text without color sequences to a number of cells, with an ellipsis at the end.
    /// Replaces characters that move the cursor by question marks.
    public static String fitted(String text, int cells, boolean unicode) {
        String shown = shown(text);
        if (width(shown) <= cells) {
            return shown;
        }
        String end = unicode ? "…" : ".";
        StringBuilder fitted = new StringBuilder();
        int taken = 0;
        for (int each : shown.codePoints().toArray()) {
            int width = Math.max(0, WCWidth.wcwidth(each));
            if (taken + width > cells - 1) {
                break;
            }
            fitted.appendCodePoint(each);
            taken += width;
        }
        return cells < 1 ? "" : fitted + end;
    }

    /// Wraps text between words to lines of a number of cells. Later lines have the indentation of
    /// the first one. A longer word has a line of its own. Replaces characters that move the
    /// cursor.
    public static List<String> folded(String text, int cells) {
        String indent = text.substring(0, text.length() - text.stripLeading().length());
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(indent);
        for (String word :
                WORD.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .map(TextWidth::shown)
                        .toList()) {
            if (line.length() > indent.length() && width(line + " " + word) > cells) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
            }
            line.append(line.length() > indent.length() ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /// Replaces characters that move the cursor by question marks.
    public static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .forEach(each -> shown.appendCodePoint(WCWidth.wcwidth(each) < 0 ? '?' : each));
        return shown.toString();
    }

    /// Pads text with spaces to a number of cells.
    public static String padded(String text, int cells) {
        return text + " ".repeat(Math.max(0, cells - width(text)));
    }
}
