package dev.weft.plot;

import dev.weft.analysis.BenchmarkCase;
import java.util.OptionalInt;

/// Choice of the case that a weave or a warm-up picture shows.
///
/// @param files number of files of the zip; empty for any
/// @param concurrency empty for any
public record CaseChoice(OptionalInt files, OptionalInt concurrency) {
    /// Allows every case.
    public static final CaseChoice ANY = new CaseChoice(OptionalInt.empty(), OptionalInt.empty());

    /// Returns whether the choice allows a case.
    boolean allows(BenchmarkCase benchmarkCase) {
        return files.orElse(benchmarkCase.files()) == benchmarkCase.files()
                && concurrency.orElse(benchmarkCase.concurrency()) == benchmarkCase.concurrency();
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
