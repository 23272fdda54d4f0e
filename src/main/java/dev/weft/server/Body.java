package dev.weft.server;

import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;

/// The body of an object or part. The index holds it, and so does every reader and every copy; its
/// room is given back when the last of them lets go.
final class Body {
    private final ByteRange bytes;
    private final AtomicInteger holders = new AtomicInteger(1);

    /// A body with one holder: whoever made it.
    Body(ByteRange bytes) {
        this.bytes = bytes;
    }

    long length() {
        return bytes.length();
    }

    ByteRange bytes() {
        return bytes;
    }

    /// One more holder; fails where the last one has let go already.
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

    /// One holder less.
    void release() {
        if (holders.decrementAndGet() == 0) {
            bytes.free();
        }
    }

    /// A part of the bytes. The caller holds the body; closing the stream lets go.
    InputStream open(long from, long count) {
        return new BodyStream(this, from, from + count);
    }
}
