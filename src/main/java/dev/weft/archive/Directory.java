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
    private long place;

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
        place = 0;
        window.limit(0);
    }

    /// The next file, directories skipped. Empty at the end.
    ///
    /// @throws DamagedDirectoryException where no entry is found where one should be
    Optional<DirectoryEntry> nextFile() throws IOException {
        for (; ; ) {
            Optional<DirectoryEntry> entry = next();
            if (entry.isEmpty() || !entry.get().name().isDirectory()) {
                return entry;
            }
        }
    }

    private Optional<DirectoryEntry> next() throws IOException {
        if (!holds(1)) {
            return Optional.empty();
        }
        if (!holds(DirectoryEntry.FIXED_BYTES)
                || window.getInt(window.position()) != DirectoryEntry.SIGNATURE
                || !holds(DirectoryEntry.recordBytes(window))) {
            throw new DamagedDirectoryException(place);
        }
        DirectoryEntry entry = DirectoryEntry.of(window, place);
        window.position(window.position() + DirectoryEntry.recordBytes(window));
        place++;
        return Optional.of(entry);
    }

    /// How many entries were read, directories counted.
    long place() {
        return place;
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
