package dev.weft.server;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Storage in one file for all bodies that exceed the memory. The file is deleted when it is
/// closed. Where an open file can be deleted, it also disappears when the process is killed.
final class SpillFile implements ByteStorage, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpillFile.class);
    private static final int BUFFER_BYTES = 16 * 1024;

    private final FileChannel channel;
    private final FreeSpace space = new FreeSpace(Long.MAX_VALUE);

    private SpillFile(FileChannel channel) {
        this.channel = channel;
    }

    /// Creates the file in an existing folder.
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

    @Override
    public OptionalLong tryTake(long length) {
        synchronized (space) {
            return space.take(length);
        }
    }

    @Override
    public void fill(long offset, long length, ChecksummedInput intake) throws IOException {
        byte[] buffer = new byte[(int) Math.min(length, BUFFER_BYTES)];
        for (long done = 0; done < length; ) {
            int count = (int) Math.min(length - done, buffer.length);
            intake.read(buffer, 0, count);
            write(offset + done, ByteBuffer.wrap(buffer, 0, count));
            done += count;
        }
    }

    private void write(long offset, ByteBuffer bytes) {
        try {
            long at = offset;
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
        } catch (IOException e) {
            LOG.error("the spill file cannot be written: {}", e.toString());
            throw S3Errors.spillFailed(e);
        }
    }

    @Override
    public int read(long offset, byte[] target, int at, int count) throws IOException {
        int read = channel.read(ByteBuffer.wrap(target, at, count), offset);
        if (read < 0) {
            throw new EOFException("the spill file ends before %d".formatted(offset));
        }
        return read;
    }

    /// Frees a part. The disk space is released when the whole file is free.
    @Override
    public void give(long offset, long length) {
        synchronized (space) {
            space.give(offset, length);
            if (space.end() == 0) {
                truncate();
            }
        }
    }

    private void truncate() {
        try {
            if (channel.isOpen()) {
                channel.truncate(0);
            }
        } catch (IOException e) {
            LOG.warn("the spill file keeps its size", e);
        }
    }

    /// Returns the end of the last used part.
    long end() {
        synchronized (space) {
            return space.end();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
