package dev.weft.plot;

import java.util.OptionalInt;

/// Choice of the case that a weave shows.
///
/// @param files number of files of the zip; empty for any
/// @param concurrency empty for any
public record WeaveChoice(OptionalInt files, OptionalInt concurrency) {
    /// Allows every case.
    public static final WeaveChoice ANY = new WeaveChoice(OptionalInt.empty(), OptionalInt.empty());

    /// Returns whether the choice allows a number of files.
    boolean allowsFiles(int number) {
        return files.isEmpty() || files.getAsInt() == number;
    }

    /// Returns whether the choice allows a concurrency.
    boolean allowsConcurrency(int number) {
        return concurrency.isEmpty() || concurrency.getAsInt() == number;
    }

    /// Returns a text such as ` of 250 files, 16 at once`, with a leading space; empty if any case
    /// is allowed.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        files.ifPresent(number -> text.append(" of ").append(number).append(" files"));
        concurrency.ifPresent(
                number ->
                        text.append(files.isPresent() ? ", " : " with ")
                                .append(number)
                                .append(" at once"));
        return text.toString();
    }
}
