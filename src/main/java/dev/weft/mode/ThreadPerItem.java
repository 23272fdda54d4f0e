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
    private final Optional<Census> virtualThreads;

    private ThreadPerItem(ExecutorService executor, Optional<Census> virtualThreads) {
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
                Optional.of(new Census()));
    }

    @Override
    public void drive(Pass pass, Workload.Blocking work) throws InterruptedException {
        for (Optional<Flight> next = pass.next(); next.isPresent(); next = pass.next()) {
            Landing.land(counted(next.get()), work, executor);
        }
        pass.awaitIdle();
    }

    @Override
    public int takePeakVirtualThreads() {
        return virtualThreads.map(Census::takePeak).orElse(0);
    }

    private Flight counted(Flight flight) {
        return virtualThreads.map(census -> census.counted(flight)).orElse(flight);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
