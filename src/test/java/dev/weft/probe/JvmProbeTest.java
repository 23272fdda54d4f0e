package dev.weft.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.weft.record.ResourceUsage;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JvmProbeTest {
    private static final Duration OLD_STEP = Duration.ofMillis(10);

    private final JvmProbe probe = new JvmProbe();

    @Test
    void tellsTheProcessorTimeThatWasBurnt() {
        ProcessProbe.Watch watch = probe.watch();
        Duration burnt = burn(Duration.ofMillis(30));
        // The kernel rounds the times of a thread and of the process separately.
        assertThat(watch.usage().cpu().orElseThrow()).isGreaterThan(burnt.minusMillis(1));
    }

    @Test
    void tellsProcessorTimeInFinerStepsThanTheJdk() {
        needsGetrusage();
        assertThat(Stream.generate(this::shortBurn).limit(10))
                .anyMatch(cpu -> cpu.toNanos() % OLD_STEP.toNanos() != 0);
    }

    @Test
    void aThreadThatWaitsGivesUpItsCoreOfItsOwnWill() {
        needsGetrusage();
        ProcessProbe.Watch watch = probe.watch();
        for (int wait = 0; wait < 50; wait++) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(watch.usage().switches().orElseThrow().voluntary()).isGreaterThanOrEqualTo(50);
    }

    @Test
    void tellsTheMemoryOfThisJvmWhereThePlatformDoes() {
        if (!Files.exists(Path.of("/proc/self/status"))) {
            skip("this platform has no /proc/self/status");
        }
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        assertThat(probe.watch().usage().peakRssBytes().orElseThrow())
                .isGreaterThan(used / 2)
                .isLessThan(1L << 40);
    }

    @Test
    void countsThePeakOfThreadsAnewInEachWatch() throws Exception {
        ProcessProbe.Watch crowded = probe.watch();
        int before = peakThreads(crowded);
        CountDownLatch done = new CountDownLatch(1);
        Thread[] threads = new Thread[40];
        for (int index = 0; index < threads.length; index++) {
            threads[index] = Thread.ofPlatform().start(() -> await(done));
        }
        assertThat(peakThreads(crowded)).isGreaterThanOrEqualTo(before + 40 - 10);
        done.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(peakThreads(crowded)).as("still the peak").isGreaterThanOrEqualTo(before + 30);
        assertThat(peakThreads(probe.watch())).isLessThan(before + 30);
    }

    @Test
    void tellsTheCollectionsSinceTheWatchBeganAndNoneBefore() {
        ProcessProbe.Watch whole = probe.watch();
        System.gc();
        ProcessProbe.Watch rest = probe.watch();
        long afterwards = rest.usage().collections().orElseThrow().count();
        ResourceUsage.Collections all = whole.usage().collections().orElseThrow();
        assertThat(all.count()).isGreaterThan(afterwards);
        assertThat(all.pause()).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(all.heapAfterBytes().orElseThrow())
                .isPositive()
                .isLessThanOrEqualTo(Runtime.getRuntime().maxMemory());
    }

    @Test
    void leavesTheSwitchesOpenWhereThePlatformCannotTell() {
        ProcessProbe.Watch watch = new JvmProbe(Optional::empty).watch();
        Duration burnt = burn(Duration.ofMillis(40));
        ResourceUsage usage = watch.usage();
        assertThat(usage.switches()).isEmpty();
        assertThat(usage.cpu().orElseThrow()).isGreaterThan(burnt.minus(OLD_STEP.multipliedBy(2)));
    }

    private Duration shortBurn() {
        ProcessProbe.Watch watch = probe.watch();
        burn(Duration.ofMillis(1));
        return watch.usage().cpu().orElseThrow();
    }

    /// Works until this thread has used so much.
    private static Duration burn(Duration cpu) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        long used = 0;
        while (used < cpu.toNanos()) {
            used = threads.getCurrentThreadCpuTime() - start;
        }
        return Duration.ofNanos(used);
    }

    private static int peakThreads(ProcessProbe.Watch watch) {
        return watch.usage().peakThreads();
    }

    private static void needsGetrusage() {
        if (ProcessUsage.now().isEmpty()) {
            skip("this platform has no getrusage");
        }
    }

    private static void skip(String reason) {
        System.out.println("SKIPPED: " + reason);
        abort(reason);
    }

    private static void await(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
