package dev.weft.server;

import java.util.List;

/// Bytes in memory, in segments small enough that no collector treats them as huge.
///
/// @param segments all of [#SEGMENT_BYTES] but the last
/// @param budget where the length is reserved
record MemoryBytes(List<byte[]> segments, long length, MemoryBudget budget) implements Bytes {
    static final int SEGMENT_BYTES = 256 * 1024;

    @Override
    public int read(long position, byte[] target, int offset, int count) {
        byte[] segment = segments.get((int) (position / SEGMENT_BYTES));
        int start = (int) (position % SEGMENT_BYTES);
        int copied = Math.min(count, segment.length - start);
        System.arraycopy(segment, start, target, offset, copied);
        return copied;
    }

    @Override
    public void free() {
        budget.release(length);
    }
}
