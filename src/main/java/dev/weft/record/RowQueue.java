package dev.weft.record;

import com.google.common.util.concurrent.Uninterruptibles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Rows that wait for their writer; who puts one waits only where it is full.
final class RowQueue {
    private final BlockingQueue<ItemRow> rows;
    private final Runnable whenFull;

    /// @param whenFull calls the writer before its time
    RowQueue(int capacity, Runnable whenFull) {
        rows = new ArrayBlockingQueue<>(capacity);
        this.whenFull = whenFull;
    }

    /// Puts a row, interrupted or not: the item is measured, and its row must not be lost because
    /// the run is stopping.
    void put(ItemRow row) {
        if (rows.offer(row)) {
            return;
        }
        whenFull.run();
        Uninterruptibles.putUninterruptibly(rows, row);
    }

    /// Takes every row that is there.
    List<ItemRow> takeAll() {
        List<ItemRow> taken = new ArrayList<>(rows.size());
        rows.drainTo(taken);
        return taken;
    }
}
