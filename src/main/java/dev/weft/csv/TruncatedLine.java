package dev.weft.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Text after the last line feed of a file: empty, or a line that a crash truncated.
///
/// @param start position of the text: the end of the last whole line
record TruncatedLine(Path path, RandomAccessFile file, long start) {
    private static final int BLOCK_SIZE = 8192;

    /// Finds the text by reading backwards from the end of the file.
    static TruncatedLine of(Path path, RandomAccessFile file) throws IOException {
        long end = file.length();
        // The usual case reads one byte instead of a block.
        if (end > 0 && block(file, end - 1, 1)[0] == '\n') {
            return new TruncatedLine(path, file, end);
        }
        while (end > 0) {
            int length = (int) Math.min(BLOCK_SIZE, end);
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

    /// Moves the text to another file next to this one, so that this one holds only whole lines.
    ///
    /// @return text that was moved; empty if there was none
    Optional<CorruptLine> moveToSideFile() throws IOException {
        long length = file.length() - start;
        if (length == 0) {
            return Optional.empty();
        }
        byte[] bytes = block(file, start, Math.toIntExact(length));
        Path sideFile = path.resolveSibling(path.getFileName() + ".unfinished");
        try (OutputStream out =
                Files.newOutputStream(
                        sideFile, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write(bytes);
            out.write('\n');
        }
        file.setLength(start);
        return Optional.of(
                new CorruptLine(
                        path,
                        lineNumber(),
                        "a crash cut it off; it was moved to " + sideFile,
                        new String(bytes, StandardCharsets.UTF_8)));
    }

    private long lineNumber() throws IOException {
        long number = 1;
        for (long position = 0; position < start; position += BLOCK_SIZE) {
            for (byte value : block(file, position, (int) Math.min(BLOCK_SIZE, start - position))) {
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
