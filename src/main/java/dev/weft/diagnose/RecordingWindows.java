package dev.weft.diagnose;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Windows of a recording, which must not overlap.
public record RecordingWindows(List<RecordingWindow> all) {
    public RecordingWindows {
        all = List.copyOf(all);
    }

    boolean contains(Instant instant) {
        return all.stream().anyMatch(window -> window.contains(instant));
    }

    /// Returns the length of the parts of a span that lie in the windows.
    Duration overlap(Instant from, Instant to) {
        return all.stream()
                .map(window -> window.overlap(from, to))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /// Returns the total length of the windows.
    public Duration total() {
        return all.stream()
                .map(window -> Duration.between(window.start(), window.end()))
                .reduce(Duration.ZERO, Duration::plus);
    }

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
        Duration overlap(Instant from, Instant to) {
            Instant first = from.isAfter(start) ? from : start;
            Instant last = to.isBefore(end) ? to : end;
            return first.isBefore(last) ? Duration.between(first, last) : Duration.ZERO;
        }
    }
}
