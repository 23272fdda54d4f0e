package dev.weft.testing;

import dev.weft.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Counts how many items a mode has open at once, and can hold them open.
public final class Gauge {
    private final int holdUntilOpen;
    private final CompletableFuture<Void> released = new CompletableFuture<>();
    private final List<Integer> started = new ArrayList<>();
    private int open;
    private int peak;

    private Gauge(int holdUntilOpen) {
        this.holdUntilOpen = holdUntilOpen;
    }

    /// Lets every item pass.
    public static Gauge counting() {
        return holdingUntilOpen(0);
    }

    /// Holds items until so many are open at once; from then on lets every item pass.
    public static Gauge holdingUntilOpen(int items) {
        Gauge gauge = new Gauge(items);
        if (items == 0) {
            gauge.release();
        }
        return gauge;
    }

    /// Holds items until [#release].
    public static Gauge holding() {
        return new Gauge(Integer.MAX_VALUE);
    }

    /// The same workload under this gauge.
    public Workloads around(Workloads work) {
        return new Workloads(blocking(work.blocking()), nonBlocking(work.nonBlocking()));
    }

    private Workload.Blocking blocking(Workload.Blocking work) {
        return (item, trace) -> {
            opened(item.index());
            try {
                released.get();
                return work.perform(item, trace);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } finally {
                closed();
            }
        };
    }

    private Workload.NonBlocking nonBlocking(Workload.NonBlocking work) {
        return (item, trace) -> {
            opened(item.index());
            return released.thenCompose(_ -> work.perform(item, trace))
                    .whenComplete((_, _) -> closed());
        };
    }

    private void opened(int index) {
        synchronized (this) {
            started.add(index);
            open++;
            peak = Math.max(peak, open);
            notifyAll();
            if (open < holdUntilOpen) {
                return;
            }
        }
        release();
    }

    private synchronized void closed() {
        open--;
    }

    /// Lets every item pass from now on.
    public void release() {
        released.complete(null);
    }

    /// Waits until so many items are open.
    public synchronized void awaitOpen(int items) throws InterruptedException {
        while (open < items) {
            wait();
        }
    }

    /// Items that are open now.
    public synchronized int open() {
        return open;
    }

    /// The most items that were open at once.
    public synchronized int peak() {
        return peak;
    }

    /// The indexes of all items that were worked on, as often as they were.
    public synchronized List<Integer> started() {
        return List.copyOf(started);
    }
}
