package dev.weft.mode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.record.ItemCounts;
import dev.weft.run.MadeUpPass;
import dev.weft.testing.Gauge;
import dev.weft.testing.MadeUpItems;
import dev.weft.testing.MemoryStore;
import dev.weft.testing.Workloads;
import dev.weft.workload.Outcome;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ThreadPerItemTest {
    @Test
    void keepsThePlatformThreadsOfItsPool() throws Exception {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        try (ThreadPerItem mode = ThreadPerItem.platform(3)) {
            for (int round = 0; round < 2; round++) {
                notingThreads(threads).drive(mode, MadeUpPass.over(MadeUpItems.of(30), 8).pass());
            }
        }
        assertThat(threads).hasSize(3).noneMatch(Thread::isVirtual);
    }

    @Test
    void givesEachItemAVirtualThreadOfItsOwn() throws Exception {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        try (ThreadPerItem mode = ThreadPerItem.virtual()) {
            notingThreads(threads).drive(mode, MadeUpPass.over(MadeUpItems.of(30), 8).pass());
        }
        assertThat(threads).hasSize(30).allMatch(Thread::isVirtual);
    }

    @Test
    void tellsHowManyVirtualThreadsItHadAtOnce() throws Exception {
        try (ThreadPerItem mode = ThreadPerItem.virtual()) {
            assertThat(mode.takePeakVirtualThreads()).isZero();
            drive(mode, 30, 8);
            assertThat(mode.takePeakVirtualThreads()).isEqualTo(8);
            drive(mode, 30, 1);
            assertThat(mode.takePeakVirtualThreads()).as("counted anew").isEqualTo(1);
        }
    }

    @Test
    void hasNoVirtualThreadsWhereItHasPlatformThreads() throws Exception {
        try (ThreadPerItem mode = ThreadPerItem.platform(8)) {
            drive(mode, 30, 8);
            assertThat(mode.takePeakVirtualThreads()).isZero();
        }
    }

    @Test
    void failsItemsThatGetNoThread() throws Exception {
        ThreadPerItem mode = ThreadPerItem.platform(1);
        mode.close();
        MadeUpPass pass = MadeUpPass.over(MadeUpItems.of(5), 2);
        new MemoryStore().below("weft/").drive(mode, pass.pass());
        assertThat(pass.counts()).isEqualTo(new ItemCounts(0, 5, 0));
        assertThat(pass.rows())
                .allSatisfy(
                        row -> assertThat(row.failure()).contains("RejectedExecutionException"));
    }

    @Test
    void endsItsThreadsAndTheirItemsWhenClosed() throws Exception {
        Gauge gauge = Gauge.holding();
        MadeUpPass pass = MadeUpPass.over(MadeUpItems.of(2), 2);
        ThreadPerItem mode = ThreadPerItem.platform(2);
        Workloads work = gauge.around(new MemoryStore().below("weft/"));
        Thread driver = Thread.ofPlatform().start(() -> driveQuietly(work, mode, pass));
        gauge.awaitOpen(2);
        mode.close();
        driver.join();
        assertThat(pass.rows())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.failure()).contains("Interrupted"));
    }

    /// Drives items of which so many are open at once for sure.
    private static void drive(Mode mode, int items, int open) throws InterruptedException {
        MadeUpPass pass = MadeUpPass.over(MadeUpItems.of(items), open);
        Gauge.holdingUntilOpen(open)
                .around(new MemoryStore().below("weft/"))
                .drive(mode, pass.pass());
    }

    private static void driveQuietly(Workloads work, Mode mode, MadeUpPass pass) {
        try {
            work.drive(mode, pass.pass());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Workloads notingThreads(Set<Thread> threads) {
        return Workloads.of(
                (_, _) -> {
                    threads.add(Thread.currentThread());
                    return new Outcome.Stored("etag");
                });
    }
}
