package dev.weft.report;

import java.util.Objects;

/// Something worth saying of the run, such as how many cores there were.
///
/// @param name what it is
/// @param value in words
record Fact(String name, String value) {
    Fact {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
    }
}
