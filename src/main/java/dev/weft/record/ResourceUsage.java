package dev.weft.record;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// Resources that the client's JVM used during a pass, with all its threads, including those of the
/// JIT compilers and the garbage collector.
///
/// @param cpu CPU time, user and system; empty if the platform does not report it
/// @param switches context switches; empty if the platform does not report them
/// @param peakRssBytes largest resident memory of the JVM from its start to the end of the pass;
///   empty if the platform does not report it
/// @param peakThreads largest number of platform threads at once
/// @param collections garbage collections; empty if the collector does not report them
/// @param compilation busy time of the JIT compilers, summed over their threads; empty if the JVM
///   does not record it
/// @param heapCommittedBytes committed heap at the end; empty in results of older versions
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
    /// @param voluntary a thread gave up its core to wait for something
    /// @param involuntary the system took the core from a thread that had work to do
    public record Switches(long voluntary, long involuntary) {}

    /// Garbage collections.
    ///
    /// @param count number of collections
    /// @param pause total time that they stopped the program; the JVM reports whole milliseconds
    /// @param heapAfterBytes used heap right after the last collection; empty if there was none
    public record Collections(long count, Duration pause, OptionalLong heapAfterBytes) {
        public Collections {
            Objects.requireNonNull(pause);
            Objects.requireNonNull(heapAfterBytes);
        }
    }
}
