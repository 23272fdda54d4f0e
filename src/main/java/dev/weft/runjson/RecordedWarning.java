package dev.weft.runjson;

import java.util.Objects;

/// Warning of a run about a condition that may distort the figures.
///
/// @param code name for programs: lower case, with hyphens
/// @param sentence description of the condition, without a full stop
/// @param remedy what to do about it
public record RecordedWarning(String code, String sentence, String remedy) {
    public RecordedWarning {
        Objects.requireNonNull(code);
        Objects.requireNonNull(sentence);
        Objects.requireNonNull(remedy);
    }
}
