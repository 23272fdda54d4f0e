package dev.weft.record;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// What the client's JVM took of the machine during a pass, all of its threads together: those of
/// the JIT and the garbage collector too.
///
/// @param cpu CPU time, user and system; empty where the platform cannot tell
/// @param switches context switches; empty where the platform cannot tell
/// @param peakRssBytes the most memory that the JVM held from its start to the end of the pass;
///   empty where the platform cannot tell
/// @param peakThreads the most platform threads at once
/// @param collections of garbage; empty where the collector cannot tell
/// @param compilation how long the JIT compilers were busy, added up over their threads; empty
///   where the JVM does not record it
/// @param heapCommittedBytes the size of the heap at the end; empty where an earlier weft did not
///   record it
public record ResourceUsage(
        Optional<Duration> cpu,
        Optional<Switches> switches,
        OptionalLong peakRssBytes,
        int peakThreads,
        Optional<Collections> collections,
        Optional<Duration> compilation,
        OptionalLong heapCommittedBytes) {
    public ResourceUsage {
        Objects.requireNonNull(cpu);
        Objects.requireNonNull(switches);
        Objects.requireNonNull(peakRssBytes);
        Objects.requireNonNull(collections);
        Objects.requireNonNull(compilation);
        Objects.requireNonNull(heapCommittedBytes);
    }

    /// Context switches, as `getrusage` counts them.
    ///
    /// @param voluntary a thread gave its core up to wait for something
    /// @param involuntary the core was taken from a thread that had work to do
    public record Switches(long voluntary, long involuntary) {}

    /// Garbage collections.
    ///
    /// @param count how many there were
    /// @param pause how long they stopped the program, together; the JVM tells whole milliseconds
    /// @param heapAfterBytes how much of the heap was in use right after the last one; empty where
    ///   there was none
    public record Collections(long count, Duration pause, OptionalLong heapAfterBytes) {
        public Collections {
            Objects.requireNonNull(pause);
            Objects.requireNonNull(heapAfterBytes);
        }
    }
}
