package dev.weft.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Compares with the figures of the JDK and the kernel. A field from a wrong position would differ.
class ProcessUsageTest {
    private static final Path TASKS = Path.of("/proc/self/task");

    /// The clock that the JDK reads steps by 10 ms, for user and system time apart.
    private static final Duration STEPS = Duration.ofMillis(40);

    @BeforeEach
    void skipElsewhere() {
        if (!Files.isDirectory(TASKS)) {
            String reason = "this platform has no " + TASKS;
            System.out.println("SKIPPED: " + reason);
            abort(reason);
        }
    }

    @Test
    void agreesWithTheJdkAboutProcessorTime() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        Duration before = Duration.ofNanos(system.getProcessCpuTime());
        Duration between = ProcessUsage.now().orElseThrow().cpu();
        Duration after = Duration.ofNanos(system.getProcessCpuTime());
        assertThat(between).isBetween(before.minus(STEPS), after.plus(STEPS));
    }

    @Test
    void countsTheSwitchesOfAllThreads() throws Exception {
        long voluntary = sum("voluntary_ctxt_switches:");
        long involuntary = sum("nonvoluntary_ctxt_switches:");
        ProcessUsage use = ProcessUsage.now().orElseThrow();
        assertThat(use.switches().voluntary()).isGreaterThanOrEqualTo(voluntary);
        assertThat(use.switches().involuntary()).isGreaterThanOrEqualTo(involuntary);
        // Threads that have ended are counted too, and those of a test run are not that many.
        assertThat(use.switches().voluntary()).isLessThan(100 * voluntary + 1_000_000);
    }

    @Test
    void goesOnFromWhatItWas() {
        ProcessUsage first = ProcessUsage.now().orElseThrow();
        ProcessUsage second = ProcessUsage.now().orElseThrow();
        assertThat(second.cpu()).isGreaterThanOrEqualTo(first.cpu());
        assertThat(second.maxRss()).isGreaterThanOrEqualTo(first.maxRss()).isPositive();
    }

    private static long sum(String field) throws IOException {
        try (Stream<Path> tasks = Files.list(TASKS)) {
            return tasks.flatMap(task -> lines(task.resolve("status")))
                    .filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        }
    }

    private static Stream<String> lines(Path status) {
        try {
            return Files.readAllLines(status).stream();
        } catch (NoSuchFileException e) {
            // The thread has ended.
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
