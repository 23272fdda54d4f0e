package dev.weft.server;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// One file for all bodies that do not fit into memory. Nobody else sees it: it is gone when it is
/// closed, and on systems that can remove an open file even when the process is killed.
final class SpillFile implements AutoCloseable {
    private final FileChannel channel;
    private final FreeSpace space = new FreeSpace();

    private SpillFile(FileChannel channel) {
        this.channel = channel;
    }

    /// Makes the file in an existing folder.
    static SpillFile open(Path folder) throws IOException {
        Path file = folder.toRealPath().resolve("weft-spill-" + UUID.randomUUID() + ".tmp");
        return new SpillFile(
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE));
    }

    /// Takes a part of the file.
    ///
    /// @return its offset
    synchronized long take(long length) {
        return space.take(length);
    }

    /// Gives a part back; the disk has its space back once the whole file is free.
    synchronized void give(long offset, long length) throws IOException {
        space.give(offset, length);
        if (space.end() == 0 && channel.isOpen()) {
            channel.truncate(0);
        }
    }

    /// Writes all that remains in the buffer.
    void write(long position, ByteBuffer source) throws IOException {
        long at = position;
        while (source.hasRemaining()) {
            at += channel.write(source, at);
        }
    }

    /// Reads until the buffer is full.
    void read(long position, ByteBuffer target) throws IOException {
        long at = position;
        while (target.hasRemaining()) {
            int count = channel.read(target, at);
            if (count < 0) {
                throw new EOFException("the spill file ends at %d".formatted(at));
            }
            at += count;
        }
    }

    /// Bytes from the start of the file to the last part in use.
    synchronized long end() {
        return space.end();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
