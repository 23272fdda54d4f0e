package dev.weft.record;

import java.time.Duration;
import java.util.Objects;

/// The shortest wall time that a pass could have had, in any mode.
///
/// @param wall the middle of what is to be expected
/// @param low the lower end of its 95% range
/// @param high the upper end
/// @param bound what it is that allows no less
public record Ideal(Duration wall, Duration low, Duration high, Bound bound) {
    public Ideal {
        Objects.requireNonNull(bound);
        if (low.compareTo(wall) > 0 || wall.compareTo(high) > 0) {
            throw new IllegalArgumentException(
                    "an ideal lies in its range: %s in %s to %s".formatted(wall, low, high));
        }
    }
}
