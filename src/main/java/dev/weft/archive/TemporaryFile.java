package dev.weft.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// A file that is gone when it is closed, or when the JVM ends before, unless it was moved away.
record TemporaryFile(Path path) implements AutoCloseable {
    /// Makes an empty file, which the umask makes as readable as any other.
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
