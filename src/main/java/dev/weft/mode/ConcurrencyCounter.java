package dev.weft.mode;

import dev.weft.archive.Item;
import dev.weft.workload.Outcome;
import dev.weft.workload.ItemObserver;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts the flights that have a thread of their own, and so the threads. The JDK tells only how
/// many virtual threads run or could run at once (`jdk.management.VirtualThreadSchedulerMXBean`),
/// not how many there are.
///
/// A flight is counted until it is finished; the moment that its thread then still takes to end is
/// left out, because it would depend on the scheduler whether the next one begins within it.
final class ConcurrencyCounter {
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();

    /// The same flight, counted from now on.
    ItemExecution counted(ItemExecution flight) {
        peak.accumulateAndGet(now.incrementAndGet(), Math::max);
        return new Counted(flight);
    }

    /// The most flights at once since this was asked last.
    int takePeak() {
        return peak.getAndSet(now.get());
    }

    private final class Counted implements ItemExecution {
        private final ItemExecution flight;
        private final AtomicBoolean finished = new AtomicBoolean();

        Counted(ItemExecution flight) {
            this.flight = flight;
        }

        @Override
        public Item item() {
            return flight.item();
        }

        @Override
        public ItemObserver trace() {
            return flight.trace();
        }

        @Override
        public void finish(Outcome outcome) {
            // Before the permit is free, which lets the next one begin.
            if (finished.compareAndSet(false, true)) {
                now.decrementAndGet();
            }
            flight.finish(outcome);
        }
    }
}
