package dev.weft.diagnose;

import java.time.Duration;
import java.time.Instant;

/// Span of time to which a diagnosis is limited, such as a pass.
///
/// @param start first instant of the window
/// @param end first instant after the window
public record RecordingWindow(Instant start, Instant end) {
    public RecordingWindow {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException(
                    "a window that ends at %s cannot begin at %s".formatted(end, start));
        }
    }

    boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    /// Returns the length of the part of a span that lies in the window.
    Duration clipped(Instant from, Instant to) {
        Instant first = from.isAfter(start) ? from : start;
        Instant last = to.isBefore(end) ? to : end;
        return first.isBefore(last) ? Duration.between(first, last) : Duration.ZERO;
    }
}
