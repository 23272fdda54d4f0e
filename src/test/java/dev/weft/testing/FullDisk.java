package dev.weft.testing;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/// A file on a disk that has room for so many bytes more; then it takes what fits and fails, as
/// Linux does.
public final class FullDisk extends RandomAccessFile {
    private long room;

    /// Opens a file for which there is room.
    public FullDisk(Path path, long room) throws IOException {
        super(path.toFile(), "rw");
        this.room = room;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int fits = (int) Math.min(room, length);
        super.write(bytes, offset, fits);
        room -= fits;
        if (fits < length) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public void setLength(long length) throws IOException {
        room += Math.max(0, length() - length);
        super.setLength(length);
    }
}
