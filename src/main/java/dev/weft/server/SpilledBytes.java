package dev.weft.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/// Bytes in the spill file.
record SpilledBytes(SpillFile file, long offset, long length) implements Bytes {
    @Override
    public int read(long position, byte[] target, int targetOffset, int count) throws IOException {
        file.read(offset + position, ByteBuffer.wrap(target, targetOffset, count));
        return count;
    }

    @Override
    public void free() {
        try {
            file.give(offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
