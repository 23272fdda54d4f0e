package dev.weft.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// A temporary file. It is deleted on close or when the JVM exits, unless it was moved.
record TemporaryFile(Path path) implements AutoCloseable {
    /// Creates an empty file with the default permissions of new files (umask).
    static TemporaryFile in(Path folder) throws IOException {
        Path path = folder.resolve(".weft-" + UUID.randomUUID() + ".tmp");
        Files.createFile(path);
        path.toFile().deleteOnExit();
        return new TemporaryFile(path);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
