package dev.weft.run;

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

/// What this process has used since it began, all of its threads together, also those that have
/// ended: `getrusage(RUSAGE_SELF)` of POSIX, which is exact where the JDK's own clock of CPU time
/// steps by 10 ms.
///
/// On macOS the kernel counts only some kinds of waiting as voluntary; the sum of the two is what
/// can be compared.
///
/// @param cpu user and system, in microseconds
/// @param maxRss the largest resident size, in the platform's unit: bytes on macOS, KiB on Linux.
///   On Linux a process inherits it from the one that started it, so it is no use there
record ProcessUsage(Duration cpu, Switches switches, long maxRss) {
    /// `struct rusage` where a long has 64 bits: two times, then fourteen longs.
    private static final long BYTES = 144;

    private static final long USER = 0;
    private static final long SYSTEM = 16;
    private static final long MAX_RSS = 32;
    private static final long VOLUNTARY = 128;
    private static final long INVOLUNTARY = 136;

    /// `struct timeval`: seconds, and microseconds in 64 bits (Linux) or 32 and padding (macOS).
    private static final long MICROS = 8;

    private static final int SELF = 0;

    private static final boolean LINUX = system("linux");

    /// Looked up once: to link a function takes 50 ms of a fresh JVM.
    private static final Optional<MethodHandle> GETRUSAGE = link();

    /// What was used until now; empty where the platform has no such call.
    static Optional<ProcessUsage> now() {
        return GETRUSAGE.flatMap(ProcessUsage::call);
    }

    private static Optional<ProcessUsage> call(MethodHandle getrusage) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment usage = arena.allocate(BYTES, JAVA_LONG.byteAlignment());
            int failed = (int) getrusage.invokeExact(SELF, usage);
            return failed == 0 ? Optional.of(read(usage)) : Optional.empty();
        } catch (Throwable e) {
            // A native call declares whatever there is, and throws none of it.
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

    // The scripts and weft itself start every JVM with native access; elsewhere there is a
    // fallback.
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
