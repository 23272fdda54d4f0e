package dev.weft.cli;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dev.weft.record.FileErrorText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder that is gone, with all that is in it, when a command has ended.
///
/// @param path where it is
record TemporaryFolder(Path path) implements AutoCloseable {
    /// Makes it where the system keeps such folders.
    ///
    /// @param name what its own name begins with
    static TemporaryFolder named(String name) throws UsageException {
        return in(Path.of(System.getProperty("java.io.tmpdir")), name);
    }

    /// Makes it in another one.
    static TemporaryFolder in(Path parent, String name) throws UsageException {
        try {
            return new TemporaryFolder(Files.createTempDirectory(parent, name));
        } catch (IOException e) {
            throw new UsageException(
                    "no folder can be made in %s (%s); make room there, or name another one by JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER"
                            .formatted(parent, FileErrorText.reason(e)));
        }
    }

    @Override
    public void close() throws IOException {
        MoreFiles.deleteRecursively(path, RecursiveDeleteOption.ALLOW_INSECURE);
    }
}
