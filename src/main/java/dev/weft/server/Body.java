package dev.weft.server;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// The body of an object or part, with a count of its holders: the index, each reader and each
/// copy. The last release frees its storage.
final class Body {
    private final ByteRange bytes;
    private final AtomicInteger holders = new AtomicInteger(1);

    /// Creates a body with its creator as the only holder.
    Body(ByteRange bytes) {
        this.bytes = bytes;
    }

    long length() {
        return bytes.length();
    }

    ByteRange bytes() {
        return bytes;
    }

    /// Adds a holder. Returns false if the last holder has released the body.
    boolean tryHold() {
        int before = holders.get();
        while (before > 0) {
            if (holders.compareAndSet(before, before + 1)) {
                return true;
            }
            before = holders.get();
        }
        return false;
    }

    /// Removes a holder.
    void release() {
        if (holders.decrementAndGet() == 0) {
            bytes.free();
        }
    }

    /// Opens a part of the bytes. The caller holds the body; closing the stream releases it.
    InputStream open(long from, long count) {
        return new PartStream(this, from, from + count);
    }

    /// Reads a part of a body, and releases the body when it is closed.
    private static final class PartStream extends InputStream {
        private final Body body;
        private final long end;
        private final AtomicBoolean closed = new AtomicBoolean();
        private long position;

        PartStream(Body body, long position, long end) {
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
}
