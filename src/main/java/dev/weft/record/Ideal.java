package dev.weft.record;

import java.time.Duration;
import java.util.Objects;

/// Shortest wall time that a pass could have had in any mode.
///
/// @param wall expected value
/// @param low lower end of the 95% range
/// @param high upper end of the 95% range
/// @param bound resource that limits the ideal time
public record Ideal(Duration wall, Duration low, Duration high, Bound bound) {
    public Ideal {
        Objects.requireNonNull(bound);
        if (low.compareTo(wall) > 0 || wall.compareTo(high) > 0) {
            throw new IllegalArgumentException(
                    "an ideal lies in its range: %s in %s to %s".formatted(wall, low, high));
        }
    }
}
