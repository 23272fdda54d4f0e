package dev.weft.record;

import java.util.Objects;

/// Something that may have spoilt the figures of a run, as it is recorded.
///
/// @param code its name for programs: lower case, with hyphens
/// @param sentence what is the matter, without its full stop
/// @param remedy what to do about it
public record RecordedWarning(String code, String sentence, String remedy) {
    public RecordedWarning {
        Objects.requireNonNull(code);
        Objects.requireNonNull(sentence);
        Objects.requireNonNull(remedy);
    }
}
