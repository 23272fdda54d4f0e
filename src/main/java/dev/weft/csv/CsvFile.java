package dev.weft.csv;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// CSV file that rows are appended to and read from. Several threads and several JVMs may append to
/// the same file.
///
/// A file of an older schema is renamed, such as from `results.csv` to `results.schema1.csv`, and a
/// new one is created. The renamed file can still be read.
public final class CsvFile<R> {
    private static final int LONGEST_HEADER = 1 << 14;

    private final Path path;
    private final RowFormat<R> format;
    private final LineFile.FileOpener opener;

    /// Creates the access to a file, without opening it.
    public CsvFile(Path path, RowFormat<R> format, LineFile.FileOpener opener) {
        this.path = path;
        this.format = format;
        this.opener = opener;
    }

    /// Returns the path of the file.
    public Path path() {
        return path;
    }

    /// Appends rows. Creates the file and its folder if they do not exist. After the return the
    /// rows survive the end of the process, even if the calling thread is interrupted.
    ///
    /// @return truncated line or file of an older schema that was moved away, for a message
    /// @throws RecordException if the file cannot be written or is of another kind; the file is
    ///   then unchanged
    public Optional<CorruptLine> append(List<R> rows) throws RecordException {
        byte[] lines =
                rows.stream()
                        .map(format::line)
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.UTF_8);
        try {
            try {
                return append(lines);
            } catch (LineFile.UnexpectedHeaderException e) {
                Optional<CorruptLine> movedFile = renameIfOlder();
                Optional<CorruptLine> movedLine = append(lines);
                return movedFile.or(() -> movedLine);
            }
        } catch (IOException e) {
            throw FileErrorText.cannotWrite(format.kind(), path, e);
        }
    }

    private Optional<CorruptLine> append(byte[] lines) throws IOException {
        try (LineFile file = LineFile.open(path, format.header(), opener)) {
            return file.append(lines);
        }
    }

    /// Reads all rows.
    ///
    /// @throws RecordException if the file does not exist, cannot be read or is of another kind
    public ReadResult<R> read() throws RecordException {
        return format.read(path);
    }

    /// Renames the file if its columns are those of an older schema. Safe for several threads and
    /// JVMs that do the same.
    ///
    /// @return header of the file and its new path; empty if it was not renamed
    private Optional<CorruptLine> renameIfOlder() throws IOException {
        try {
            Path real = path.toRealPath();
            return ExclusiveAccess.withinThisJvm(real, () -> renameIfOlder(real));
        } catch (NoSuchFileException e) {
            // Another JVM has just renamed it.
            return Optional.empty();
        }
    }

    private Optional<CorruptLine> renameIfOlder(Path real) throws IOException {
        Object key = fileKey(real);
        try (RandomAccessFile file = opener.open(real);
                FileLock _ = ExclusiveAccess.lock(file, false)) {
            Optional<RowFormat.Header> header = format.headerOf(firstLine(file));
            // The previous owner of the lock may have renamed the file that is open here.
            boolean renamed = !String.valueOf(key).equals(String.valueOf(fileKey(real)));
            if (renamed || header.isEmpty() || header.get().equals(format.newest())) {
                return Optional.empty();
            }
            int schema = header.get().schema();
            String reason =
                    "its columns are those of an earlier weft (schema %d); it was moved to %s, and a new file begun"
                            .formatted(schema, rename(real, schema));
            return Optional.of(
                    new CorruptLine(path, 1, reason, header.get().line().stripTrailing()));
        }
    }

    private static Path rename(Path real, int schema) throws IOException {
        String name = String.valueOf(real.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String extension = dot > 0 ? name.substring(dot) : "";
        Path newPath = real.resolveSibling("%s.schema%d%s".formatted(stem, schema, extension));
        for (int number = 2; Files.exists(newPath); number++) {
            newPath =
                    real.resolveSibling(
                            "%s.schema%d-%d%s".formatted(stem, schema, number, extension));
        }
        return Files.move(real, newPath);
    }

    private static String firstLine(RandomAccessFile file) throws IOException {
        byte[] start = new byte[(int) Math.min(LONGEST_HEADER, file.length())];
        file.seek(0);
        file.readFully(start);
        String text = new String(start, StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        return end < 0 ? "" : text.substring(0, end).stripTrailing();
    }

    private static @Nullable Object fileKey(Path real) throws IOException {
        return Files.readAttributes(real, BasicFileAttributes.class).fileKey();
    }
}
