package dev.weft.record;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The lines of a file as it was at one moment, while others may go on appending.
final class LineSource {
    private static final int LONGEST = 1 << 20;
    private static final int BUFFER = 1 << 16;

    private final Path path;

    LineSource(Path path) {
        this.path = path;
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

    /// Hands every line to the sink.
    void read(Sink sink) throws IOException {
        Exclusive.among(
                path.toRealPath(),
                () -> {
                    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
                        long length = lengthBetweenAppends(file);
                        InputStream bytes =
                                new BufferedInputStream(new FileInputStream(file.getFD()), BUFFER);
                        split(bytes, length, sink);
                        return this;
                    }
                });
    }

    private static long lengthBetweenAppends(RandomAccessFile file) throws IOException {
        try (FileLock _ = Exclusive.lock(file, true)) {
            return file.length();
        }
    }

    private static void split(InputStream bytes, long length, Sink sink) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long number = 1;
        for (long position = 0; position < length; position++) {
            int value = bytes.read();
            if (value < 0) {
                break;
            }
            if (value == '\n') {
                sink.line(number++, text(line), true);
                line.reset();
            } else if (line.size() < LONGEST) {
                line.write(value);
            }
        }
        if (line.size() > 0) {
            sink.line(number, text(line), false);
        }
    }

    private static String text(ByteArrayOutputStream line) {
        String text = line.toString(StandardCharsets.UTF_8);
        // Programs of other systems end lines with two characters.
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
