package dev.weft.plan;

import java.time.Duration;
import java.util.Objects;

/// How long a warm-up lasts: until so many uploads or so much time, whichever comes first.
public record WarmupLimit(int uploads, Duration time) {
    public WarmupLimit {
        Objects.requireNonNull(time);
        if (uploads < 0) {
            throw new IllegalArgumentException("uploads " + uploads + " must not be negative");
        }
    }
}
