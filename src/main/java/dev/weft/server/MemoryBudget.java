package dev.weft.server;

import java.util.concurrent.atomic.AtomicLong;

/// A number of bytes that many threads share.
final class MemoryBudget {
    private final long limitBytes;
    private final AtomicLong reservedBytes = new AtomicLong();

    MemoryBudget(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    /// Takes the bytes where they are left; otherwise takes none.
    boolean tryReserve(long bytes) {
        long before = reservedBytes.get();
        while (bytes <= limitBytes - before) {
            if (reservedBytes.compareAndSet(before, before + bytes)) {
                return true;
            }
            before = reservedBytes.get();
        }
        return false;
    }

    /// Gives bytes back that were taken before.
    void release(long bytes) {
        reservedBytes.addAndGet(-bytes);
    }

    long reservedBytes() {
        return reservedBytes.get();
    }
}
