package dev.weft.archive;

import java.io.Closeable;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The bytes of an archive, read at any place by any thread.
///
/// Not a `FileChannel`: an interrupt of one reading thread would close that for all of them.
final class ArchiveFile implements Closeable {
    private final RandomAccessFile file;
    private final long length;

    ArchiveFile(File path) throws IOException {
        file = new RandomAccessFile(path, "r");
        length = file.length();
    }

    /// Its length in bytes when it was opened.
    long length() {
        return length;
    }

    /// Reads some bytes from that position on.
    ///
    /// @return how many, at least 1; -1 at the end of the file
    int read(long position, byte[] into, int offset, int count) throws IOException {
        synchronized (file) {
            file.seek(position);
            return file.read(into, offset, count);
        }
    }

    /// Fills the array up to that count.
    ///
    /// @throws EOFException where the file ends before
    void readFully(long position, byte[] into, int offset, int count) throws IOException {
        synchronized (file) {
            file.seek(position);
            file.readFully(into, offset, count);
        }
    }

    /// That many bytes, in the byte order of zips.
    ///
    /// @throws EOFException where the file ends before
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
