package dev.weft.server;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/// Reads a part of a body and lets go of it when closed.
final class BodyStream extends InputStream {
    private final Body body;
    private final long end;
    private final AtomicBoolean closed = new AtomicBoolean();
    private long position;

    BodyStream(Body body, long position, long end) {
        this.body = body;
        this.position = position;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, target.length);
        if (closed.get()) {
            throw new IOException("the body is closed");
        }
        if (count == 0) {
            return 0;
        }
        if (position >= end) {
            return -1;
        }
        int wanted = (int) Math.min(count, end - position);
        int copied = body.bytes().read(position, target, offset, wanted);
        position += copied;
        return copied;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, end - position);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            body.release();
        }
    }
}
