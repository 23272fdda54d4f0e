package dev.weft.mode;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts the threads of a factory from when they are made to when they are done. The JDK tells
/// only how many virtual threads run or could run at once
/// (`jdk.management.VirtualThreadSchedulerMXBean`), not how many there are.
final class Census {
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();

    /// The same factory, with its threads counted.
    ThreadFactory counting(ThreadFactory factory) {
        return task -> {
            peak.accumulateAndGet(now.incrementAndGet(), Math::max);
            return factory.newThread(
                    () -> {
                        try {
                            task.run();
                        } finally {
                            now.decrementAndGet();
                        }
                    });
        };
    }

    /// The most threads at once since this was asked last.
    int takePeak() {
        return peak.getAndSet(now.get());
    }
}
