package dev.weft.probe;

import com.sun.management.OperatingSystemMXBean;
import dev.weft.record.ResourceUsage;
import dev.weft.record.ResourceUsage.Switches;
import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Measures this JVM: `getrusage` for CPU time and context switches, `/proc/self/status` on Linux
/// for memory, the platform beans for the rest.
public final class JvmProbe implements ProcessProbe {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK_RSS = "VmHWM:";
    private static final long BYTES_PER_KIB = 1024;

    /// Interval between two polls for an idle JVM.
    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

    /// CPU time per interval up to which a JVM is idle: a tenth of a core.
    private static final Duration IDLE = Duration.ofMillis(10);

    private final OperatingSystemMXBean system =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final Optional<CompilationMXBean> compilers =
            Optional.ofNullable(ManagementFactory.getCompilationMXBean())
                    .filter(CompilationMXBean::isCompilationTimeMonitoringSupported);
    private final Supplier<Optional<ProcessUsage>> resources;

    /// A cumulative reading.
    private record Reading(
            Optional<Duration> cpu, Optional<Switches> switches, Optional<Duration> compilation) {}

    /// Loads the classes that a measurement needs. In a fresh JVM this takes tens of milliseconds,
    /// which must not count in the next pass.
    public JvmProbe() {
        this(ProcessUsage::now);
    }

    /// @param resources usage of the process so far; empty if the platform does not report it
    JvmProbe(Supplier<Optional<ProcessUsage>> resources) {
        this.resources = resources;
        var _ = watch().usage();
    }

    @Override
    public Watch watch() {
        GarbageCollectionCounter garbage = new GarbageCollectionCounter();
        threads.resetPeakThreadCount();
        Reading before = read();
        return () -> {
            Reading after = read();
            return new ResourceUsage(
                    after.cpu().flatMap(end -> before.cpu().map(end::minus)),
                    after.switches()
                            .flatMap(end -> before.switches().map(start -> since(start, end))),
                    peakRssBytes(),
                    threads.getPeakThreadCount(),
                    garbage.collections(),
                    after.compilation().flatMap(end -> before.compilation().map(end::minus)),
                    OptionalLong.of(memory.getHeapMemoryUsage().getCommitted()));
        };
    }

    @Override
    public void awaitIdle(Duration limit) throws InterruptedException {
        for (long polls = limit.dividedBy(POLL_INTERVAL); polls > 0; polls--) {
            Optional<Duration> before = cpu();
            TimeUnit.NANOSECONDS.sleep(POLL_INTERVAL.toNanos());
            if (cpu().flatMap(after -> before.map(after::minus)).orElse(IDLE).compareTo(IDLE)
                    <= 0) {
                return;
            }
        }
    }

    private Optional<Duration> cpu() {
        return read().cpu();
    }

    private Reading read() {
        return resources
                .get()
                .map(
                        usage ->
                                new Reading(
                                        Optional.of(usage.cpu()),
                                        Optional.of(usage.switches()),
                                        compilation()))
                .orElseGet(() -> new Reading(coarseCpu(), Optional.empty(), compilation()));
    }

    private Optional<Duration> compilation() {
        return compilers.map(compiler -> Duration.ofMillis(compiler.getTotalCompilationTime()));
    }

    /// Linux counts this clock in steps of 10 ms.
    private Optional<Duration> coarseCpu() {
        long nanos = system.getProcessCpuTime();
        return nanos < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
    }

    private static Switches since(Switches start, Switches end) {
        return new Switches(
                end.voluntary() - start.voluntary(), end.involuntary() - start.involuntary());
    }

    private OptionalLong peakRssBytes() {
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(PEAK_RSS))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_PER_KIB)
                    .findFirst();
        } catch (IOException e) {
            // Not Linux: on macOS the value is in bytes and of this process alone.
            return resources
                    .get()
                    .map(usage -> OptionalLong.of(usage.maxRss()))
                    .orElse(OptionalLong.empty());
        }
    }
}
