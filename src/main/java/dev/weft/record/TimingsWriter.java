package dev.weft.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The thread that writes the timings, and the queue before it.
///
/// The thread looks after the queue at intervals instead of waiting at it: to wake a thread for
/// each row would cost the one that measures more than the row itself. After a failure it goes on
/// emptying the queue, so that nobody waits for ever, and counts what is lost.
final class TimingsWriter {
    private final LineFile file;
    private final TimingLines format;
    private final Duration interval;
    private final RowQueue queue;
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private final List<CorruptLine> moved = new CopyOnWriteArrayList<>();
    private final AtomicLong lost = new AtomicLong();
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable CompletableFuture<Boolean> flush;
    private volatile @Nullable Throwable failure;

    /// Starts on an open file, which it closes in the end.
    TimingsWriter(LineFile file, TimingLines format, int capacity, Duration interval) {
        this.file = file;
        this.format = format;
        this.interval = interval;
        thread = Thread.ofPlatform().name("weft-timings").daemon().unstarted(this::run);
        queue = new RowQueue(capacity, () -> LockSupport.unpark(thread));
    }

    /// Makes the header and starts the thread.
    void start() throws IOException {
        write(List.of());
        thread.start();
    }

    void put(ItemRow row) {
        if (closed) {
            throw new IllegalStateException("the timings are closed");
        }
        queue.put(row);
    }

    /// Waits until all that was put before is written, or lost.
    ///
    /// @return why rows are lost; empty where none is
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

    /// Writes what is left, ends the thread and closes the file.
    ///
    /// @return why rows are lost; empty where none is
    synchronized Optional<Throwable> close() {
        closed = true;
        LockSupport.unpark(thread);
        ended.join();
        return Optional.ofNullable(failure);
    }

    boolean isClosed() {
        return closed;
    }

    /// How many rows could not be written.
    long lost() {
        return lost.get();
    }

    List<CorruptLine> moved() {
        return List.copyOf(moved);
    }

    private void run() {
        boolean last;
        do {
            LockSupport.parkNanos(this, interval.toNanos());
            // Before the queue is emptied: whoever closed or flushed had put its rows by then.
            last = closed;
            CompletableFuture<Boolean> waiting = flush;
            writeOrLose();
            if (waiting != null) {
                waiting.complete(true);
            }
        } while (!last);
        closeFile();
        ended.complete(true);
    }

    private void writeOrLose() {
        List<ItemRow> rows = List.of();
        try {
            rows = queue.takeAll();
            if (failure == null && !rows.isEmpty()) {
                write(rows);
                return;
            }
        } catch (Throwable e) {
            // Whatever it is, also an OutOfMemoryError: those who put rows must not hang.
            failure = failure == null ? e : failure;
        }
        lost.addAndGet(rows.size());
    }

    private void write(List<ItemRow> rows) throws IOException {
        byte[] lines = lines(rows);
        if (lines.length > 0 || rows.isEmpty()) {
            file.append(lines, lines.length).ifPresent(moved::add);
        }
    }

    /// The lines of measured passes. Items of a warm-up take every step that measured ones take, by
    /// the same code without a branch, and are in no file: code that a warm-up does not run would
    /// be compiled while passes are measured.
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
