package dev.weft.server;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Storage in memory, up to a limit.
///
/// Keeps its slabs for reuse. A new array for each body would cost more garbage collection than all
/// other work on it.
final class MemoryStorage implements ByteStorage {
    // With its header, such an array fills whole regions of the G1 collector, which never moves it.
    private static final int SLAB_BYTES = 4 * 1024 * 1024 - 64;

    private final FreeSpace space;
    private final AtomicReferenceArray<byte[]> slabs;

    MemoryStorage(long limitBytes) {
        this.space = new FreeSpace(limitBytes);
        this.slabs = new AtomicReferenceArray<>(Math.toIntExact(limitBytes / SLAB_BYTES) + 1);
    }

    @Override
    public OptionalLong tryTake(long length) {
        synchronized (space) {
            return space.take(length);
        }
    }

    @Override
    public void fill(long offset, long length, ChecksummedInput intake) throws IOException {
        for (long done = 0; done < length; ) {
            byte[] slab = slab(offset + done);
            int start = (int) ((offset + done) % SLAB_BYTES);
            int count = (int) Math.min(length - done, SLAB_BYTES - start);
            intake.read(slab, start, count);
            done += count;
        }
    }

    @Override
    public int read(long offset, byte[] target, int at, int count) {
        int start = (int) (offset % SLAB_BYTES);
        int copied = Math.min(count, SLAB_BYTES - start);
        System.arraycopy(slab(offset), start, target, at, copied);
        return copied;
    }

    @Override
    public void give(long offset, long length) {
        synchronized (space) {
            space.give(offset, length);
        }
    }

    /// Returns the number of used bytes.
    long takenBytes() {
        synchronized (space) {
            return space.taken();
        }
    }

    private byte[] slab(long offset) {
        int index = (int) (offset / SLAB_BYTES);
        byte[] slab = slabs.get(index);
        if (slab == null) {
            byte[] fresh = new byte[SLAB_BYTES];
            slab = slabs.compareAndExchange(index, null, fresh);
            return slab == null ? fresh : slab;
        }
        return slab;
    }
}
