package dev.weft.record;

import java.nio.file.Path;
import java.util.Objects;

/// A line of a file that is not a row: half a row that a crash left, one that somebody changed, or
/// the header of an earlier weft.
///
/// @param file where it was found
/// @param line which line, from 1
/// @param reason what is wrong with it
/// @param text its beginning
public record CorruptLine(Path file, long line, String reason, String text) {
    private static final int SHOWN = 80;

    public CorruptLine {
        Objects.requireNonNull(file);
        Objects.requireNonNull(reason);
        text = text.length() <= SHOWN ? text : text.substring(0, SHOWN);
    }

    /// One sentence for a person.
    public String sentence() {
        return "%s, line %d: %s".formatted(file, line, reason);
    }
}
