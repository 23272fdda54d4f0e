package dev.weft.diagnose;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;

/// Lines of text that fit a terminal.
final class TextWrapper {
    private static final int WIDTH = 100;
    private static final String INDENTED = "  %-11s ";

    private final List<String> lines = new ArrayList<>();

    /// Adds a sentence, over as many lines as it needs.
    void sentence(String sentence) {
        flow("", sentence, "  ");
    }

    /// Adds a figure under its name; what does not fit goes on below.
    void figure(String name, String text) {
        flow(INDENTED.formatted(name), text, INDENTED.formatted(""));
    }

    /// Adds figures under one name, a line each; what does not fit is cut off.
    void figures(String name, List<String> texts) {
        for (int index = 0; index < texts.size(); index++) {
            String line = INDENTED.formatted(index == 0 ? name : "") + texts.get(index);
            lines.add(line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…");
        }
    }

    List<String> all() {
        return List.copyOf(lines);
    }

    private void flow(String start, String text, String indent) {
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
