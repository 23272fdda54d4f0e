package dev.weft.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/// How much room text takes in a terminal, which is not its length: some characters take two cells,
/// some none.
public final class TextWidth {
    private static final Pattern COLOUR = Pattern.compile("\033\\[[0-9;]*m");

    private static final Pattern WORD = Pattern.compile("\\S+");

    private TextWidth() {}

    /// The cells that text takes, colours aside.
    public static int width(String text) {
        return COLOUR.matcher(text)
                .replaceAll("")
                .codePoints()
                .map(each -> Math.max(0, WCWidth.wcwidth(each)))
                .sum();
    }

    /// Text without colours that takes no more cells than there are; what is cut off is told by an
    /// ellipsis. Characters that would move the cursor become question marks.
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

    /// Text in lines of so many cells, broken between words; lines after the first are indented as
    /// the first one. A word that is wider has a line of its own. Nothing in it moves the cursor.
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

    /// Text without what would move the cursor.
    public static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .forEach(each -> shown.appendCodePoint(WCWidth.wcwidth(each) < 0 ? '?' : each));
        return shown.toString();
    }

    /// Text with as many spaces after it as it takes to fill so many cells.
    public static String padded(String text, int cells) {
        return text + " ".repeat(Math.max(0, cells - width(text)));
    }
}
