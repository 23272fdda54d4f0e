package dev.weft.diagnose;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;

/// Wraps text into lines that fit a terminal.
final class TextWrapper {
    private static final int WIDTH = 100;
    private static final String NAME_COLUMN = "  %-11s ";

    private final List<String> lines = new ArrayList<>();

    /// Adds a sentence, on as many lines as it needs.
    void sentence(String sentence) {
        wrap("", sentence, "  ");
    }

    /// Adds a figure with its name; the rest of a long text goes on the next lines.
    void figure(String name, String text) {
        wrap(NAME_COLUMN.formatted(name), text, NAME_COLUMN.formatted(""));
    }

    /// Adds figures with one name, one per line; a long line is truncated.
    void figures(String name, List<String> texts) {
        for (int index = 0; index < texts.size(); index++) {
            String line = NAME_COLUMN.formatted(index == 0 ? name : "") + texts.get(index);
            lines.add(line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…");
        }
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    private void wrap(String start, String text, String indent) {
        StringBuilder line = new StringBuilder(start);
        String gap = "";
        for (String word : Splitter.on(" ").split(text)) {
            if (!gap.isEmpty() && line.length() + gap.length() + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                gap = "";
            }
            line.append(gap).append(word);
            gap = " ";
        }
        lines.add(line.toString());
    }
}
