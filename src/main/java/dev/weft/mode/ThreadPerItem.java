package dev.weft.mode;

import dev.weft.workload.Workload;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Each item holds a thread while it is worked on: a platform thread of a fixed pool, or a virtual
/// thread of its own.
///
/// The two differ in nothing but the executor, so that a comparison of them isolates the form of
/// thread.
public final class ThreadPerItem implements Mode.Blocking {
    private final ExecutorService executor;
    private final Optional<ConcurrencyCounter> virtualThreads;

    private ThreadPerItem(ExecutorService executor, Optional<ConcurrencyCounter> virtualThreads) {
        this.executor = executor;
        this.virtualThreads = virtualThreads;
    }

    /// A fixed pool of platform threads, each started when it is first needed.
    public static ThreadPerItem platform(int threads) {
        return new ThreadPerItem(
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().name("weft-upload-", 0).factory()),
                Optional.empty());
    }

    /// A new virtual thread for each item. The permits of the pass bound how many there are at
    /// once.
    public static ThreadPerItem virtual() {
        return new ThreadPerItem(
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("weft-upload-", 0).factory()),
                Optional.of(new ConcurrencyCounter()));
    }

    @Override
    public void drive(Pass pass, Workload.Blocking work) throws InterruptedException {
        for (Optional<ItemExecution> next = pass.next(); next.isPresent(); next = pass.next()) {
            ItemRunner.land(counted(next.get()), work, executor);
        }
        pass.awaitIdle();
    }

    @Override
    public int takePeakVirtualThreads() {
        return virtualThreads.map(ConcurrencyCounter::takePeak).orElse(0);
    }

    private ItemExecution counted(ItemExecution flight) {
        return virtualThreads.map(census -> census.counted(flight)).orElse(flight);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
