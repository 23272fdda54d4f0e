package dev.weft.cli;

import dev.weft.csv.FileErrorText;
import dev.weft.screen.Terminal;
import dev.weft.session.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Output file that an option names. Error messages name the option.
///
/// @param file absolute path, or path relative to the folder of the terminal
/// @param option name of the option
record OutputFile(Terminal terminal, Path file, String option) {
    /// Creates the file if it is missing, and checks that it can be written.
    void prepare() throws UsageException {
        append(new byte[0]);
    }

    /// Replaces the content of the file.
    void write(byte[] content) throws UsageException {
        write(
                content,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
    }

    /// Appends to the file.
    void append(byte[] content) throws UsageException {
        write(content, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void write(byte[] content, OpenOption... options) throws UsageException {
        Path path = terminal.folder().resolve(file);
        try {
            Optional<Path> folder = Optional.ofNullable(path.toAbsolutePath().getParent());
            if (folder.isPresent()) {
                Files.createDirectories(folder.get());
            }
            Files.write(path, content, options);
        } catch (IOException e) {
            throw new UsageException(
                    "%s cannot be written (%s); name another file with %s"
                            .formatted(terminal.shown(path), FileErrorText.reason(e), option));
        }
    }
}
