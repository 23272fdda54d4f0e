package dev.weft.text;

/// Escapes text for Markdown, so that names of files and options cannot add a heading, link or row.
public final class Markdown {
    private Markdown() {}

    /// Returns text in one line, without any formatting.
    public static String escaped(String text) {
        return line(text).replaceAll("([\\\\`*_\\[\\]<>|])", "\\\\$1");
    }

    /// Returns text as code, in one line.
    public static String code(String text) {
        String line = line(text);
        if (line.isBlank()) {
            return "` `";
        }
        if (!line.contains("`")) {
            return "`" + line + "`";
        }
        String fence = "`";
        while (line.contains(fence)) {
            fence += "`";
        }
        return fence + " " + line + " " + fence;
    }

    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
