package dev.weft.record;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/// How a file is opened for appending. A test opens one on a full disk.
///
/// Not a channel: an interrupt closes a channel in the middle of a write, and a run that is being
/// interrupted is when its last rows matter.
@FunctionalInterface
interface FileOpener {
    /// Opens for reading and writing; makes the file if it is not there.
    RandomAccessFile open(Path path) throws IOException;

    /// The file system's own.
    static RandomAccessFile readWrite(Path path) throws IOException {
        return new RandomAccessFile(path.toFile(), "rw");
    }
}
