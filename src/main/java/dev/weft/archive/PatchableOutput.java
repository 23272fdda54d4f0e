package dev.weft.archive;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;

/// Writes a file through a buffer and can overwrite earlier bytes. The header of an entry contains
/// values that are known only after the data behind it.
final class PatchableOutput implements Closeable {
    private static final int BUFFER_BYTES = 256 * 1024;

    private final RandomAccessFile file;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int buffered;
    private long written;

    PatchableOutput(File path) throws IOException {
        file = new RandomAccessFile(path, "rw");
    }

    /// Returns the number of bytes appended so far.
    long position() {
        return written + buffered;
    }

    /// Appends the first `count` bytes of the array.
    void write(byte[] bytes, int count) throws IOException {
        if (count > buffer.length - buffered) {
            flush();
        }
        if (count > buffer.length) {
            file.write(bytes, 0, count);
            written += count;
        } else {
            System.arraycopy(bytes, 0, buffer, buffered, count);
            buffered += count;
        }
    }

    /// Appends the remaining bytes.
    void write(ByteBuffer bytes) throws IOException {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        write(copy, copy.length);
    }

    /// Overwrites the bytes at a position with the remaining bytes.
    void patch(long position, ByteBuffer bytes) throws IOException {
        if (position >= written) {
            bytes.get(buffer, Math.toIntExact(position - written), bytes.remaining());
            return;
        }
        flush();
        file.seek(position);
        file.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
        file.seek(written);
    }

    /// Writes the buffer to the file.
    void flush() throws IOException {
        file.write(buffer, 0, buffered);
        written += buffered;
        buffered = 0;
    }

    /// Closes the file and discards the buffer.
    @Override
    public void close() throws IOException {
        file.close();
    }
}
