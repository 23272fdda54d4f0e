package dev.weft.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/// Reads the bytes of an entry from the archive, without unzipping them.
final class StoredStream extends InputStream {
    private final ArchiveFile file;
    private long position;
    private final long end;

    /// @param start position of the first byte in the file
    /// @param count number of bytes
    StoredStream(ArchiveFile file, long start, long count) {
        this.file = file;
        this.position = start;
        this.end = start + count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, into.length);
        if (position == end) {
            return -1;
        }
        int read = file.read(position, into, offset, (int) Math.min(count, end - position));
        position += Math.max(read, 0);
        return read;
    }
}
