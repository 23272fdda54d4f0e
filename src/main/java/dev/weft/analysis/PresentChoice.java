package dev.weft.analysis;

import dev.weft.plan.ModeName;
import java.util.Objects;
import java.util.OptionalInt;

/// What somebody uses today, which advice is held against.
///
/// @param concurrency empty for the first one that was measured
public record PresentChoice(ModeName mode, OptionalInt concurrency) {
    public PresentChoice {
        Objects.requireNonNull(concurrency);
    }
}
