package dev.weft.diagnose;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The stretches of a recording that are looked at; they do not overlap.
public record RecordingWindows(List<RecordingWindow> all) {
    public RecordingWindows {
        all = List.copyOf(all);
    }

    boolean contain(Instant instant) {
        return all.stream().anyMatch(window -> window.contains(instant));
    }

    /// How much of a stretch lies within.
    Duration clipped(Instant from, Instant to) {
        return all.stream()
                .map(window -> window.clipped(from, to))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /// How long they are together.
    public Duration total() {
        return all.stream()
                .map(window -> Duration.between(window.start(), window.end()))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
