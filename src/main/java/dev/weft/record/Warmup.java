package dev.weft.record;

import dev.weft.plan.WarmupPolicy;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/// Summary of the warm-up of a trial, as in the rows of its passes.
///
/// @param policy `steady`, `fixed` and the requested number of uploads, or `none`
/// @param uploads uploads that ended in the warm-up; 0 before it
/// @param time duration of the warm-up
/// @param steady true if the JVM was steady after it; empty if that was not checked
/// @param unsteady why the JVM was not steady; empty if it was, or if that was not checked
public record Warmup(
        String policy,
        int uploads,
        Duration time,
        Optional<Boolean> steady,
        Optional<String> unsteady) {
    public Warmup {
        Objects.requireNonNull(policy);
        Objects.requireNonNull(time);
        if (uploads < 0 || steady.equals(Optional.of(false)) != unsteady.isPresent()) {
            throw new IllegalArgumentException(
                    "uploads %d must not be negative, and steady is %s where the reason is %s"
                            .formatted(uploads, steady, unsteady));
        }
    }

    /// Returns the summary for a pass before the warm-up.
    public static Warmup before(WarmupPolicy policy) {
        return new Warmup(policy.label(), 0, Duration.ZERO, Optional.empty(), Optional.empty());
    }
}
