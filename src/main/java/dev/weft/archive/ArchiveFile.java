package dev.weft.archive;

import java.io.Closeable;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Reads the bytes of an archive at any position, from any thread.
///
/// A `FileChannel` is unsuitable: an interrupt of one reading thread closes it for all threads.
final class ArchiveFile implements Closeable {
    private final RandomAccessFile file;
    private final long length;

    ArchiveFile(File path) throws IOException {
        file = new RandomAccessFile(path, "r");
        length = file.length();
    }

    /// Returns the length of the file in bytes, as it was when the file was opened.
    long length() {
        return length;
    }

    /// Reads up to `count` bytes from a position.
    ///
    /// @return number of bytes read, at least 1; -1 at the end of the file
    int read(long position, byte[] into, int offset, int count) throws IOException {
        synchronized (file) {
            file.seek(position);
            return file.read(into, offset, count);
        }
    }

    /// Reads exactly `count` bytes from a position.
    ///
    /// @throws EOFException if the file ends before
    void readFully(long position, byte[] into, int offset, int count) throws IOException {
        synchronized (file) {
            file.seek(position);
            file.readFully(into, offset, count);
        }
    }

    /// Returns `count` bytes from a position, in the byte order of zips (little-endian).
    ///
    /// @throws EOFException if the file ends before
    ByteBuffer slice(long position, int count) throws IOException {
        byte[] bytes = new byte[count];
        readFully(position, bytes, 0, count);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
