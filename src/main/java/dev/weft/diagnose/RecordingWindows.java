package dev.weft.diagnose;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Windows of a recording, which must not overlap.
public record RecordingWindows(List<RecordingWindow> all) {
    public RecordingWindows {
        all = List.copyOf(all);
    }

    boolean contain(Instant instant) {
        return all.stream().anyMatch(window -> window.contains(instant));
    }

    /// Returns the length of the parts of a span that lie in the windows.
    Duration clipped(Instant from, Instant to) {
        return all.stream()
                .map(window -> window.clipped(from, to))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /// Returns the total length of the windows.
    public Duration total() {
        return all.stream()
                .map(window -> Duration.between(window.start(), window.end()))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
