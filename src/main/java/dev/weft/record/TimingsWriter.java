package dev.weft.record;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.weft.csv.CorruptLine;
import dev.weft.csv.LineFile;
import dev.weft.record.TimingColumns.TimingLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Thread that writes the timings, with its queue.
///
/// The thread polls the queue at intervals. Waking a thread for each row would cost the measuring
/// thread more than the row itself. After a failure the thread keeps emptying the queue, so that no
/// thread blocks, and counts the lost rows.
final class TimingsWriter {
    private final LineFile file;
    private final TimingLines format;
    private final Duration interval;
    private final BlockingQueue<ItemRow> queue;
    private final CompletableFuture<Boolean> threadEnded = new CompletableFuture<>();
    private final List<CorruptLine> movedLines = new CopyOnWriteArrayList<>();
    private final AtomicLong lostRows = new AtomicLong();
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable CompletableFuture<Boolean> flush;
    private volatile @Nullable Throwable failure;

    /// Creates the writer for an open file, which it closes at its end.
    TimingsWriter(LineFile file, TimingLines format, int capacity, Duration interval) {
        this.file = file;
        this.format = format;
        this.interval = interval;
        thread = Thread.ofPlatform().name("weft-timings").daemon().unstarted(this::run);
        queue = new ArrayBlockingQueue<>(capacity);
    }

    /// Writes the header and starts the thread.
    void start() throws IOException {
        write(List.of());
        thread.start();
    }

    /// Queues a row, even if the thread is interrupted: the item is measured, and its row must not
    /// be lost when a run stops. Waits only if the queue is full.
    void put(ItemRow row) {
        if (closed) {
            throw new IllegalStateException("the timings are closed");
        }
        if (!queue.offer(row)) {
            LockSupport.unpark(thread);
            Uninterruptibles.putUninterruptibly(queue, row);
        }
    }

    /// Waits until all queued rows are written or lostRows.
    ///
    /// @return why rows are lost; empty if none is
    synchronized Optional<Throwable> flush() {
        if (!closed) {
            CompletableFuture<Boolean> done = new CompletableFuture<>();
            flush = done;
            LockSupport.unpark(thread);
            done.join();
            flush = null;
        }
        return Optional.ofNullable(failure);
    }

    /// Writes the queued rows, ends the thread and closes the file.
    ///
    /// @return why rows are lost; empty if none is
    synchronized Optional<Throwable> close() {
        closed = true;
        LockSupport.unpark(thread);
        threadEnded.join();
        return Optional.ofNullable(failure);
    }

    boolean isClosed() {
        return closed;
    }

    /// Returns the number of rows that could not be written.
    long lostRows() {
        return lostRows.get();
    }

    List<CorruptLine> movedLines() {
        return List.copyOf(movedLines);
    }

    private void run() {
        boolean lastRound;
        do {
            LockSupport.parkNanos(this, interval.toNanos());
            // Read before the queue is emptied: rows put before close or flush are then in the
            // queue.
            lastRound = closed;
            CompletableFuture<Boolean> pendingFlush = flush;
            writeQueuedRows();
            if (pendingFlush != null) {
                pendingFlush.complete(true);
            }
        } while (!lastRound);
        closeFile();
        threadEnded.complete(true);
    }

    private void writeQueuedRows() {
        List<ItemRow> rows = List.of();
        try {
            rows = new ArrayList<>(queue.size());
            queue.drainTo(rows);
            if (failure == null && !rows.isEmpty()) {
                write(rows);
                return;
            }
        } catch (Throwable e) {
            // Any throwable, even an OutOfMemoryError, must not block the threads that put rows.
            failure = failure == null ? e : failure;
        }
        lostRows.addAndGet(rows.size());
    }

    private void write(List<ItemRow> rows) throws IOException {
        byte[] lines = lines(rows);
        if (lines.length > 0 || rows.isEmpty()) {
            file.append(lines).ifPresent(movedLines::add);
        }
    }

    /// Formats the rows of measured passes. Rows of a warm-up (pass 0) are formatted by the same
    /// code without a branch and dropped. Otherwise the JIT would compile code during measured
    /// passes.
    private byte[] lines(List<ItemRow> rows) {
        StringBuilder[] outputs = {new StringBuilder(), new StringBuilder()};
        for (ItemRow row : rows) {
            format.append(outputs[Math.min(row.pass(), 1)], row);
        }
        return outputs[1].toString().getBytes(StandardCharsets.UTF_8);
    }

    private void closeFile() {
        try {
            file.close();
        } catch (IOException e) {
            failure = failure == null ? e : failure;
        }
    }
}
