package dev.weft.csv;

import java.nio.file.Path;

/// Line of a file that is not a valid row. Causes are a crash in the middle of a line, an edit, or
/// a header of an older schema.
///
/// @param line line number, from 1
/// @param reason what is wrong with the line
/// @param text beginning of the line
public record CorruptLine(Path file, long line, String reason, String text) {
    private static final int MAX_TEXT_LENGTH = 80;

    public CorruptLine {
        text = text.length() <= MAX_TEXT_LENGTH ? text : text.substring(0, MAX_TEXT_LENGTH);
    }

    /// Returns file, line number and reason as one sentence.
    public String sentence() {
        return "%s, line %d: %s".formatted(file, line, reason);
    }
}
