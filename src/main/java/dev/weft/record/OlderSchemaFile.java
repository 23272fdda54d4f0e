package dev.weft.record;

import dev.weft.csv.CorruptLine;
import dev.weft.csv.ExclusiveAccess;
import dev.weft.csv.FileOpener;
import dev.weft.csv.Header;
import dev.weft.csv.RowFormat;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Moves a file away if an older version of weft wrote it with fewer columns.
///
/// @param format current format of the file
record OlderSchemaFile(Path path, RowFormat<?> format, FileOpener opener) {
    private static final int LONGEST_HEADER = 1 << 14;

    /// Renames the file if its columns are those of an older schema: from `results.csv` to
    /// `results.schema1.csv`. Safe for several threads and JVMs that do the same.
    ///
    /// @return header of the file and its new path; empty if it was not moved
    Optional<CorruptLine> setAside() throws IOException {
        try {
            Path real = path.toRealPath();
            return ExclusiveAccess.among(real, () -> setAside(real));
        } catch (NoSuchFileException e) {
            // Another JVM has just moved it.
            return Optional.empty();
        }
    }

    private Optional<CorruptLine> setAside(Path real) throws IOException {
        Object key = fileKey(real);
        try (RandomAccessFile file = opener.open(real);
                FileLock _ = ExclusiveAccess.lock(file, false)) {
            Optional<Header> header = format.headerOf(firstLine(file));
            // The previous owner of the lock may have moved the file that is open here.
            boolean moved = !String.valueOf(key).equals(String.valueOf(fileKey(real)));
            if (moved || header.isEmpty() || header.get().schema() == format.schema()) {
                return Optional.empty();
            }
            return Optional.of(movedHeader(header.get(), move(real, header.get().schema())));
        }
    }

    private CorruptLine movedHeader(Header header, Path newPath) {
        return new CorruptLine(
                path,
                1,
                "its columns are those of an earlier weft (schema %d); it was moved to %s, and a new file begun"
                        .formatted(header.schema(), newPath),
                header.line().stripTrailing());
    }

    private static Path move(Path real, int schema) throws IOException {
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
