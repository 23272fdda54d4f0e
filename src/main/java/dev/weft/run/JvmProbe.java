package dev.weft.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The JVM's own management beans, and Linux's `/proc/self/status` for memory.
public final class JvmProbe implements ProcessProbe {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK_RSS = "VmHWM:";
    private static final long BYTES_PER_KIB = 1024;

    /// A JVM that uses no more than a tenth of a core is idle; the clock steps by 10 ms.
    private static final Duration LOOK = Duration.ofMillis(100);

    private static final Duration IDLE = Duration.ofMillis(10);

    private final OperatingSystemMXBean system =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    /// The JDK counts in steps of 10 ms on Linux.
    @Override
    public Optional<Duration> cpu() {
        long nanos = system.getProcessCpuTime();
        return nanos < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
    }

    @Override
    public OptionalLong peakRssBytes() {
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(PEAK_RSS))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_PER_KIB)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public int peakThreads() {
        return threads.getPeakThreadCount();
    }

    @Override
    public void forgetPeakThreads() {
        threads.resetPeakThreadCount();
    }

    @Override
    public void awaitIdle(Duration limit) throws InterruptedException {
        for (long looks = limit.dividedBy(LOOK); looks > 0; looks--) {
            long before = system.getProcessCpuTime();
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
            if (system.getProcessCpuTime() - before <= IDLE.toNanos()) {
                return;
            }
        }
    }
}
