package dev.weft.record;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// What stands after the last line end of a file: nothing, or the line that a crash cut off.
///
/// @param start where it begins: the end of the last whole line
record TruncatedLine(Path path, RandomAccessFile file, long start) {
    private static final int BLOCK = 8192;

    /// Finds it, from the end of the file backwards.
    static TruncatedLine of(Path path, RandomAccessFile file) throws IOException {
        long end = file.length();
        // The usual case, for one byte read instead of a block.
        if (end > 0 && block(file, end - 1, 1)[0] == '\n') {
            return new TruncatedLine(path, file, end);
        }
        while (end > 0) {
            int length = (int) Math.min(BLOCK, end);
            byte[] block = block(file, end - length, length);
            for (int i = length - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return new TruncatedLine(path, file, end - length + i + 1);
                }
            }
            end -= length;
        }
        return new TruncatedLine(path, file, 0);
    }

    /// Moves it into a file beside, so that the file itself holds nothing but rows.
    ///
    /// @return what was moved; empty where there was nothing
    Optional<CorruptLine> moveAway() throws IOException {
        long length = file.length() - start;
        if (length == 0) {
            return Optional.empty();
        }
        byte[] bytes = block(file, start, Math.toIntExact(length));
        Path beside = path.resolveSibling(path.getFileName() + ".unfinished");
        try (OutputStream out =
                Files.newOutputStream(
                        beside, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write(bytes);
            out.write('\n');
        }
        file.setLength(start);
        return Optional.of(
                new CorruptLine(
                        path,
                        lineNumber(),
                        "a crash cut it off; it was moved to " + beside,
                        new String(bytes, StandardCharsets.UTF_8)));
    }

    private long lineNumber() throws IOException {
        long number = 1;
        for (long position = 0; position < start; position += BLOCK) {
            for (byte value : block(file, position, (int) Math.min(BLOCK, start - position))) {
                number += value == '\n' ? 1 : 0;
            }
        }
        return number;
    }

    private static byte[] block(RandomAccessFile file, long position, int length)
            throws IOException {
        byte[] block = new byte[length];
        file.seek(position);
        file.readFully(block);
        return block;
    }
}
