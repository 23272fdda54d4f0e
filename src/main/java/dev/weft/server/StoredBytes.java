package dev.weft.server;

import java.io.IOException;

/// Contiguous bytes in one storage.
record StoredBytes(ByteStorage room, long offset, long length) implements ByteRange {
    @Override
    public int read(long position, byte[] target, int at, int count) throws IOException {
        return room.read(offset + position, target, at, count);
    }

    @Override
    public void free() {
        room.give(offset, length);
    }
}
