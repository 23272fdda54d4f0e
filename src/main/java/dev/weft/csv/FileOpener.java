package dev.weft.csv;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/// Opens a file for appending. Tests use an opener that simulates a full disk.
///
/// It returns no channel, because an interrupt closes a channel in the middle of a write. That
/// would lose the last rows of an interrupted run.
@FunctionalInterface
public interface FileOpener {
    /// Opens a file for reading and writing; creates it if it does not exist.
    RandomAccessFile open(Path path) throws IOException;

    /// Opens a file of the file system.
    static RandomAccessFile readWrite(Path path) throws IOException {
        return new RandomAccessFile(path.toFile(), "rw");
    }
}
