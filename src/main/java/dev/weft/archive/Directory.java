package dev.weft.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/// The directory of an archive, read entry by entry through one buffer: nothing an entry is kept.
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

    /// Begins anew.
    void rewind() {
        unread = end.directoryBytes();
        files = 0;
        entries = 0;
        window.limit(0);
    }

    /// The next file, directories skipped. Empty at the end.
    ///
    /// @throws DamagedDirectoryException where no entry is found where one should be
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
        if (!holds(1)) {
            return Optional.empty();
        }
        if (!holds(DirectoryEntry.FIXED_BYTES)
                || window.getInt(window.position()) != DirectoryEntry.SIGNATURE
                || !holds(DirectoryEntry.recordBytes(window))) {
            throw new DamagedDirectoryException(entries);
        }
        DirectoryEntry entry = DirectoryEntry.of(window, files);
        window.position(window.position() + DirectoryEntry.recordBytes(window));
        entries++;
        return Optional.of(entry);
    }

    /// How many entries were read, directories counted.
    long entries() {
        return entries;
    }

    /// Whether the directory goes on for that many bytes; they are in the window then.
    private boolean holds(int bytes) throws IOException {
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
