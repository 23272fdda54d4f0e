package dev.weft.plot;

import java.util.Objects;
import java.util.OptionalInt;

/// Which setting of a run a weave shows.
///
/// @param files of the zip; empty for the most that there are
/// @param concurrency uploads open at once; empty for the highest that there is
public record WeaveChoice(OptionalInt files, OptionalInt concurrency) {
    /// Whatever shows the most.
    public static final WeaveChoice ANY = new WeaveChoice(OptionalInt.empty(), OptionalInt.empty());

    public WeaveChoice {
        Objects.requireNonNull(files);
        Objects.requireNonNull(concurrency);
    }

    /// Whether it may be of so many files.
    boolean allowsFiles(int number) {
        return files.isEmpty() || files.getAsInt() == number;
    }

    /// Whether it may be with so many at once.
    boolean allowsConcurrency(int number) {
        return concurrency.isEmpty() || concurrency.getAsInt() == number;
    }

    /// Such as ` of 250 files, 16 at once`, with a space before it; empty where any will do.
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
