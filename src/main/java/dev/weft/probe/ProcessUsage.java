package dev.weft.probe;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.weft.record.ResourceUsage.Switches;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Resource usage of this process and all of its threads, ended ones included, since its start. The
/// source is `getrusage(RUSAGE_SELF)` of POSIX: it is exact, while the JDK's clock of CPU time has
/// steps of 10 ms.
///
/// macOS counts only some waits as voluntary switches, so compare the sum of both kinds.
///
/// @param cpu user and system time, in microseconds
/// @param maxRss largest resident size: bytes on macOS, KiB on Linux. Linux inherits the value from
///   the parent process, so it is unusable there
record ProcessUsage(Duration cpu, Switches switches, long maxRss) {
    /// `struct rusage` with 64-bit longs: two times, then fourteen longs.
    private static final long BYTES = 144;

    private static final long USER = 0;
    private static final long SYSTEM = 16;
    private static final long MAX_RSS = 32;
    private static final long VOLUNTARY = 128;
    private static final long INVOLUNTARY = 136;

    /// `struct timeval`: seconds, then microseconds in 64 bits (Linux) or 32 bits and padding
    /// (macOS).
    private static final long MICROS = 8;

    private static final int SELF = 0;

    private static final boolean LINUX = system("linux");

    /// Linked once, because linking takes 50 ms in a fresh JVM.
    private static final Optional<MethodHandle> GETRUSAGE = link();

    /// Usage so far; empty if the platform does not have the call.
    static Optional<ProcessUsage> now() {
        return GETRUSAGE.flatMap(ProcessUsage::call);
    }

    private static Optional<ProcessUsage> call(MethodHandle getrusage) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment usage = arena.allocate(BYTES, JAVA_LONG.byteAlignment());
            int failed = (int) getrusage.invokeExact(SELF, usage);
            return failed == 0 ? Optional.of(read(usage)) : Optional.empty();
        } catch (Throwable e) {
            // The handle declares Throwable, but a native call throws nothing.
            throw new IllegalStateException("getrusage", e);
        }
    }

    private static ProcessUsage read(MemorySegment usage) {
        return new ProcessUsage(
                time(usage, USER).plus(time(usage, SYSTEM)),
                new Switches(usage.get(JAVA_LONG, VOLUNTARY), usage.get(JAVA_LONG, INVOLUNTARY)),
                usage.get(JAVA_LONG, MAX_RSS));
    }

    private static Duration time(MemorySegment usage, long at) {
        long micros = LINUX ? usage.get(JAVA_LONG, at + MICROS) : usage.get(JAVA_INT, at + MICROS);
        return Duration.ofSeconds(usage.get(JAVA_LONG, at)).plusNanos(micros * 1_000);
    }

    // The scripts and weft start every JVM with native access. Without it, the caller falls back to
    // the JDK's clock.
    @SuppressWarnings("restricted")
    private static Optional<MethodHandle> link() {
        if (ADDRESS.byteSize() != Long.BYTES || !(LINUX || system("mac"))) {
            return Optional.empty();
        }
        try {
            Linker linker = Linker.nativeLinker();
            FunctionDescriptor signature = FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS);
            return linker.defaultLookup()
                    .find("getrusage")
                    .map(function -> linker.downcallHandle(function, signature));
        } catch (IllegalCallerException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private static boolean system(String name) {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith(name);
    }
}
