package dev.weft.server;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Room in memory, up to a limit.
///
/// The slabs are kept and used again: a fresh array for each body would cost more in garbage
/// collection than all else that is done with it.
final class MemoryStorage implements ByteStorage {
    // With its header an array of this size fills whole regions of the G1 collector, which never
    // moves it.
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

    /// Bytes that are taken.
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
