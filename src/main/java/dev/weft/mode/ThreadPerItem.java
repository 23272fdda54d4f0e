package dev.weft.mode;

import dev.weft.workload.Workload;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Uploads each item in a thread: a platform thread of a fixed pool, or a new virtual thread.
///
/// The two differ only in the executor, so that a comparison isolates the kind of thread.
public final class ThreadPerItem implements Mode.Blocking {
    private final ExecutorService executor;
    private final Optional<ConcurrencyCounter> counter;

    private ThreadPerItem(ExecutorService executor, Optional<ConcurrencyCounter> counter) {
        this.executor = executor;
        this.counter = counter;
    }

    /// A mode with a fixed pool of platform threads, each started when first needed.
    public static ThreadPerItem platform(int threads) {
        return new ThreadPerItem(
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().name("weft-upload-", 0).factory()),
                Optional.empty());
    }

    /// A mode with a new virtual thread per item. The permits of the pass limit the number at once.
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
        return counter.map(ConcurrencyCounter::takePeak).orElse(0);
    }

    private ItemExecution counted(ItemExecution execution) {
        return counter.map(virtualThreads -> virtualThreads.counted(execution)).orElse(execution);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
