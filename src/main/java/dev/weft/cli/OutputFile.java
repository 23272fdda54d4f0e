package dev.weft.cli;

import dev.weft.record.FileErrorText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A file that somebody asked for.
///
/// @param file relative to the folder of the terminal, or absolute
/// @param option that names it
record OutputFile(Terminal terminal, Path file, String option) {
    /// Makes sure that it can be written, and is there.
    void prepare() throws UsageException {
        append(new byte[0]);
    }

    /// Writes it anew.
    void write(byte[] content) throws UsageException {
        write(
                content,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
    }

    /// Writes after what it holds.
    void append(byte[] content) throws UsageException {
        write(content, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void write(byte[] content, OpenOption... how) throws UsageException {
        Path path = terminal.folder().resolve(file);
        try {
            Optional<Path> folder = Optional.ofNullable(path.toAbsolutePath().getParent());
            if (folder.isPresent()) {
                Files.createDirectories(folder.get());
            }
            Files.write(path, content, how);
        } catch (IOException e) {
            throw new UsageException(
                    "%s cannot be written (%s); name another file with %s"
                            .formatted(terminal.shown(path), FileErrorText.reason(e), option));
        }
    }
}
