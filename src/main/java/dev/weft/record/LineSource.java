package dev.weft.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The lines of a file as it was at one moment, while others may go on appending.
final class LineSource {
    private static final int LONGEST = 1 << 20;
    private static final int BLOCK = 1 << 16;

    private final Sink sink;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long number = 1;

    private LineSource(Sink sink) {
        this.sink = sink;
    }

    /// Takes the lines one after another.
    @FunctionalInterface
    interface Sink {
        /// Takes a line.
        ///
        /// @param number from 1
        /// @param text without its end; of a line longer than 1 MiB, its beginning
        /// @param finished whether the line had an end
        void line(long number, String text, boolean finished) throws IOException;
    }

    /// Hands every line of a file to the sink.
    static void read(Path path, Sink sink) throws IOException {
        LineSource source = new LineSource(sink);
        ExclusiveAccess.among(
                path.toRealPath(),
                () -> {
                    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
                        source.split(file, lengthBetweenAppends(file));
                    }
                    return source;
                });
    }

    private static long lengthBetweenAppends(RandomAccessFile file) throws IOException {
        try (FileLock _ = ExclusiveAccess.lock(file, true)) {
            return file.length();
        }
    }

    private void split(RandomAccessFile file, long length) throws IOException {
        byte[] block = new byte[BLOCK];
        long left = length;
        while (left > 0) {
            int size = file.read(block, 0, (int) Math.min(BLOCK, left));
            if (size < 0) {
                break;
            }
            left -= size;
            split(block, size);
        }
        if (line.size() > 0) {
            end(false);
        }
    }

    private void split(byte[] block, int size) throws IOException {
        int start = 0;
        for (int i = 0; i < size; i++) {
            if (block[i] == '\n') {
                add(block, start, i);
                end(true);
                start = i + 1;
            }
        }
        add(block, start, size);
    }

    private void add(byte[] block, int start, int end) {
        line.write(block, start, Math.min(end - start, LONGEST - line.size()));
    }

    private void end(boolean finished) throws IOException {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        // Programs of other systems end lines with two characters.
        boolean twoCharacters = finished && text.endsWith("\r");
        sink.line(number++, twoCharacters ? text.substring(0, text.length() - 1) : text, finished);
    }
}
