package dev.weft.cli;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dev.weft.csv.FileErrorText;
import dev.weft.session.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Temporary folder of a command. Closing deletes the folder and its content.
record TemporaryFolder(Path path) implements AutoCloseable {
    /// Creates a folder in the temporary folder of the system.
    ///
    /// @param prefix start of the folder's name
    static TemporaryFolder named(String prefix) throws UsageException {
        return in(Path.of(System.getProperty("java.io.tmpdir")), prefix);
    }

    /// Creates a folder in another folder.
    ///
    /// @param prefix start of the folder's name
    static TemporaryFolder in(Path parent, String prefix) throws UsageException {
        try {
            return new TemporaryFolder(Files.createTempDirectory(parent, prefix));
        } catch (IOException e) {
            throw new UsageException(
                    "no folder can be made in %s (%s); free space there, or name another one by JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER"
                            .formatted(parent, FileErrorText.reason(e)));
        }
    }

    @Override
    public void close() throws IOException {
        MoreFiles.deleteRecursively(path, RecursiveDeleteOption.ALLOW_INSECURE);
    }
}
