package dev.weft.archive;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;

/// A file that is written through a buffer and in which what was written can be changed: a header
/// states what is known only after the bytes behind it.
final class PatchableOutput implements Closeable {
    private static final int BUFFER_BYTES = 256 * 1024;

    private final RandomAccessFile file;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int buffered;
    private long written;

    PatchableOutput(File path) throws IOException {
        file = new RandomAccessFile(path, "rw");
    }

    /// How many bytes were put in, in all.
    long position() {
        return written + buffered;
    }

    /// Appends bytes.
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

    /// Appends the bytes that remain in the buffer.
    void write(ByteBuffer bytes) throws IOException {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        write(copy, copy.length);
    }

    /// Writes over what was put in at that position, with the bytes that remain in the buffer.
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

    /// Writes what is buffered.
    void flush() throws IOException {
        file.write(buffer, 0, buffered);
        written += buffered;
        buffered = 0;
    }

    /// Closes the file. What is still buffered is not written.
    @Override
    public void close() throws IOException {
        file.close();
    }
}
