package dev.weft.record;

import dev.weft.plan.WarmupPolicy;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/// The warm-up of a trial, as the rows of its passes have it.
///
/// @param policy `steady`, `fixed` and the number of uploads asked for, or `none`
/// @param uploads that ended in it; 0 before it
/// @param time that it took
/// @param steady whether the JVM was steady after it; empty where that was not checked
/// @param unsteady why it was not; empty where it was, or where that was not checked
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

    /// Before the warm-up.
    public static Warmup before(WarmupPolicy policy) {
        return new Warmup(policy.label(), 0, Duration.ZERO, Optional.empty(), Optional.empty());
    }
}
