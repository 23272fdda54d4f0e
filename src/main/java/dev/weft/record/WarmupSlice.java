package dev.weft.record;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// A part of a warm-up.
///
/// @param number from 1
/// @param uploads that ended in it
/// @param made uploads that had ended in the JVM since its start, at the end of the slice
/// @param undelayed whether the server answered without its latency
/// @param wall from the first item to the last acknowledgement
/// @param cpu CPU time of the JVM; empty where the platform cannot tell
/// @param compilation how long the JIT compilers were busy, added up over their threads; empty
///   where the JVM does not record it
/// @param collections of garbage; empty where the collector cannot tell
/// @param heapCommittedBytes the size of the heap at the end; empty where it is unknown
public record WarmupSlice(
        int number,
        int uploads,
        int made,
        boolean undelayed,
        Duration wall,
        Optional<Duration> cpu,
        Optional<Duration> compilation,
        OptionalLong collections,
        OptionalLong heapCommittedBytes) {
    public WarmupSlice {
        Objects.requireNonNull(wall);
        Objects.requireNonNull(cpu);
        Objects.requireNonNull(compilation);
        Objects.requireNonNull(collections);
        Objects.requireNonNull(heapCommittedBytes);
    }
}
