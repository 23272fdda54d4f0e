package dev.weft.mode;

import dev.weft.archive.Item;
import dev.weft.workload.ItemObserver;
import dev.weft.workload.Outcome;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts the items in flight that have a thread of their own, and so the virtual threads. The JDK
/// reports only runnable virtual threads (`jdk.management.VirtualThreadSchedulerMXBean`), not all
/// of them.
///
/// The count of an item ends when the item is finished. It excludes the moment that the thread then
/// takes to end, because the overlap with the next item would depend on the scheduler.
final class ConcurrencyCounter {
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();

    /// Wraps an item that is now in flight, so that it is counted until it is finished.
    ItemExecution counted(ItemExecution execution) {
        peak.accumulateAndGet(now.incrementAndGet(), Math::max);
        return new Counted(execution);
    }

    /// Largest number of items in flight at once since the last call.
    int takePeak() {
        return peak.getAndSet(now.get());
    }

    private final class Counted implements ItemExecution {
        private final ItemExecution execution;
        private final AtomicBoolean finished = new AtomicBoolean();

        Counted(ItemExecution execution) {
            this.execution = execution;
        }

        @Override
        public Item item() {
            return execution.item();
        }

        @Override
        public ItemObserver trace() {
            return execution.trace();
        }

        @Override
        public void finish(Outcome outcome) {
            // Before the permit is released, which lets the next item start.
            if (finished.compareAndSet(false, true)) {
                now.decrementAndGet();
            }
            execution.finish(outcome);
        }
    }
}
