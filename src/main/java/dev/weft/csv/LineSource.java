package dev.weft.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Reads the lines that a file has at one moment. Other JVMs may append to it meanwhile.
final class LineSource {
    private static final int MAX_LINE_BYTES = 1 << 20;
    private static final int BLOCK_SIZE = 1 << 16;

    private final Sink sink;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long number = 1;

    private LineSource(Sink sink) {
        this.sink = sink;
    }

    /// Receives the lines one after another.
    @FunctionalInterface
    interface Sink {
        /// Receives a line.
        ///
        /// @param number line number, from 1
        /// @param text line without its end; of a line longer than 1 MiB, its beginning
        /// @param finished true if the line has an end
        void line(long number, String text, boolean finished) throws IOException;
    }

    /// Passes every line of a file to the sink.
    static void read(Path path, Sink sink) throws IOException {
        LineSource source = new LineSource(sink);
        ExclusiveAccess.withinThisJvm(
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
        byte[] block = new byte[BLOCK_SIZE];
        long remaining = length;
        while (remaining > 0) {
            int size = file.read(block, 0, (int) Math.min(BLOCK_SIZE, remaining));
            if (size < 0) {
                break;
            }
            remaining -= size;
            split(block, size);
        }
        if (line.size() > 0) {
            endLine(false);
        }
    }

    private void split(byte[] block, int size) throws IOException {
        int start = 0;
        for (int i = 0; i < size; i++) {
            if (block[i] == '\n') {
                add(block, start, i);
                endLine(true);
                start = i + 1;
            }
        }
        add(block, start, size);
    }

    private void add(byte[] block, int start, int end) {
        line.write(block, start, Math.min(end - start, MAX_LINE_BYTES - line.size()));
    }

    private void endLine(boolean finished) throws IOException {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        // Programs on Windows end lines with CR LF.
        boolean endsWithCrLf = finished && text.endsWith("\r");
        sink.line(number++, endsWithCrLf ? text.substring(0, text.length() - 1) : text, finished);
    }
}
