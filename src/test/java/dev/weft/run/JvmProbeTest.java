package dev.weft.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class JvmProbeTest {
    private final JvmProbe probe = new JvmProbe();

    @Test
    void tellsTheProcessorTimeOfThisJvm() {
        assertThat(probe.cpu().orElseThrow()).isPositive();
    }

    @Test
    void tellsTheMemoryOfThisJvmWhereThePlatformDoes() {
        if (!Files.exists(Path.of("/proc/self/status"))) {
            String reason = "this platform has no /proc/self/status";
            System.out.println("SKIPPED: " + reason);
            abort(reason);
        }
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        assertThat(probe.peakRssBytes().orElseThrow()).isGreaterThan(used / 2).isLessThan(1L << 40);
    }

    @Test
    void countsThePeakOfThreadsAnewOnceItIsForgotten() throws Exception {
        probe.forgetPeakThreads();
        int before = probe.peakThreads();
        CountDownLatch done = new CountDownLatch(1);
        Thread[] threads = new Thread[40];
        for (int index = 0; index < threads.length; index++) {
            threads[index] = Thread.ofPlatform().start(() -> await(done));
        }
        assertThat(probe.peakThreads()).isGreaterThanOrEqualTo(before + 40 - 10);
        done.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(probe.peakThreads()).as("still the peak").isGreaterThanOrEqualTo(before + 30);
        probe.forgetPeakThreads();
        assertThat(probe.peakThreads()).isLessThan(before + 30);
    }

    private static void await(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
