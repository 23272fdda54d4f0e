package dev.weft.diagnose;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// A stretch of time that is looked at, such as a pass.
///
/// @param start the first instant of it
/// @param end the first instant after it
public record RecordingWindow(Instant start, Instant end) {
    public RecordingWindow {
        Objects.requireNonNull(start);
        Objects.requireNonNull(end);
        if (end.isBefore(start)) {
            throw new IllegalArgumentException(
                    "a window that ends at %s cannot begin at %s".formatted(end, start));
        }
    }

    boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    /// How much of a stretch lies within.
    Duration clipped(Instant from, Instant to) {
        Instant first = from.isAfter(start) ? from : start;
        Instant last = to.isBefore(end) ? to : end;
        return first.isBefore(last) ? Duration.between(first, last) : Duration.ZERO;
    }
}
