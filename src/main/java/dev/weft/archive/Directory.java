package dev.weft.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/// Reads the directory of an archive entry by entry, through one buffer of fixed size.
final class Directory {
    private final ArchiveFile file;
    private final EndRecord end;
    private final ByteBuffer window;
    private long unread;
    private int files;
    private long entries;

    Directory(ArchiveFile file, EndRecord end) {
        this.file = file;
        this.end = end;
        int bytes = (int) Math.min(end.directoryBytes(), DirectoryEntry.MAXIMUM_BYTES);
        window = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        rewind();
    }

    /// Restarts at the first entry.
    void rewind() {
        unread = end.directoryBytes();
        files = 0;
        entries = 0;
        window.limit(0);
    }

    /// Returns the next file and skips directories. Empty at the end.
    ///
    /// @throws DamagedDirectoryException if the next entry has no valid record
    Optional<DirectoryEntry> nextFile() throws IOException {
        Optional<DirectoryEntry> entry = next();
        while (entry.isPresent() && entry.get().name().isDirectory()) {
            entry = next();
        }
        if (entry.isPresent()) {
            files = Math.incrementExact(files);
        }
        return entry;
    }

    private Optional<DirectoryEntry> next() throws IOException {
        if (!readAhead(1)) {
            return Optional.empty();
        }
        if (!readAhead(DirectoryEntry.FIXED_BYTES)
                || window.getInt(window.position()) != DirectoryEntry.SIGNATURE
                || !readAhead(DirectoryEntry.recordBytes(window))) {
            throw new DamagedDirectoryException(entries);
        }
        DirectoryEntry entry = DirectoryEntry.of(window, files);
        window.position(window.position() + DirectoryEntry.recordBytes(window));
        entries++;
        return Optional.of(entry);
    }

    /// Returns the number of entries read so far, directories included.
    long entries() {
        return entries;
    }

    /// Buffers the next bytes and returns whether the directory has that many left.
    private boolean readAhead(int bytes) throws IOException {
        if (window.remaining() < bytes && unread > 0) {
            window.compact();
            int count = (int) Math.min(window.remaining(), unread);
            long position = end.directoryStart() + end.directoryBytes() - unread;
            file.readFully(position, window.array(), window.position(), count);
            unread -= count;
            window.position(window.position() + count).flip();
        }
        return window.remaining() >= bytes;
    }
}
