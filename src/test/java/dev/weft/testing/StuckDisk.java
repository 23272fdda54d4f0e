package dev.weft.testing;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// A file whose disk can be held up: while it is, a write does not return.
public final class StuckDisk extends RandomAccessFile {
    private volatile CountDownLatch free = new CountDownLatch(0);

    /// Opens a file whose disk works.
    public StuckDisk(Path path) throws IOException {
        super(path.toFile(), "rw");
    }

    /// Holds the disk up.
    public void hold() {
        free = new CountDownLatch(1);
    }

    /// Lets it work again.
    public void release() {
        free.countDown();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            free.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        super.write(bytes, offset, length);
    }
}
