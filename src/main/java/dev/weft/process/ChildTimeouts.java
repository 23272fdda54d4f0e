package dev.weft.process;

import java.time.Duration;
import java.util.Objects;

/// How long weft waits for a child before it ends it by force.
///
/// @param stop how long a pass that was told to stop may take to bring home what is on its way
/// @param end how long a child may take to end once its input has
/// @param silence how much longer than a pass may stall a child may go without a word in it
public record ChildTimeouts(Duration stop, Duration end, Duration silence) {
    /// What users get.
    public static final ChildTimeouts STANDARD =
            new ChildTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofMinutes(1));

    public ChildTimeouts {
        Objects.requireNonNull(stop);
        Objects.requireNonNull(end);
        Objects.requireNonNull(silence);
    }
}
