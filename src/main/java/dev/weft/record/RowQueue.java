package dev.weft.record;

import com.google.common.util.concurrent.Uninterruptibles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Queue of rows for the thread that writes them. It blocks only when it is full.
final class RowQueue {
    private final BlockingQueue<ItemRow> rows;
    private final Runnable whenFull;

    /// @param whenFull wakes the writer early
    RowQueue(int capacity, Runnable whenFull) {
        rows = new ArrayBlockingQueue<>(capacity);
        this.whenFull = whenFull;
    }

    /// Puts a row, even if the thread is interrupted: the item is measured, and its row must not be
    /// lost when a run stops.
    void put(ItemRow row) {
        if (rows.offer(row)) {
            return;
        }
        whenFull.run();
        Uninterruptibles.putUninterruptibly(rows, row);
    }

    /// Takes all rows of the queue.
    List<ItemRow> takeAll() {
        List<ItemRow> taken = new ArrayList<>(rows.size());
        rows.drainTo(taken);
        return taken;
    }
}
