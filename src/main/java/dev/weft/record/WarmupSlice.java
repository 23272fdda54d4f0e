package dev.weft.record;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// Measurements of a slice, a part of a warm-up.
///
/// @param number number of the slice, from 1
/// @param uploads uploads that ended in the slice
/// @param made uploads that ended between the start of the JVM and the end of the slice
/// @param undelayed true if the embedded server answered without its latency
/// @param wall time from the first item to the last acknowledgement
/// @param cpu CPU time of the JVM; empty if the platform does not report it
/// @param compilation busy time of the JIT compilers, summed over their threads; empty if the JVM
///   does not record it
/// @param collections garbage collections; empty if the collector does not report them
/// @param heapCommittedBytes committed heap at the end; empty if it is unknown
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
