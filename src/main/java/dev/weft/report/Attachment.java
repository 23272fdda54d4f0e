package dev.weft.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// A CSV file that the page carries along.
///
/// @param name to save it under
/// @param rows how many, the header not counted
/// @param gzip the compressed text in Base64; empty where it is too large for a page
record Attachment(String name, long rows, Optional<String> gzip) {
    Attachment {
        Objects.requireNonNull(name);
        Objects.requireNonNull(gzip);
    }

    /// An attachment while its rows come in.
    static final class Writer {
        /// Compressed bytes above which a file is left out: with them the page would pass 2 MB.
        private static final int MOST_BYTES = 300_000;

        private final String name;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final GZIPOutputStream gzip;
        private long rows;

        Writer(String name, String header) {
            this.name = name;
            try {
                gzip = new GZIPOutputStream(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException("memory takes anything", e);
            }
            write(header);
        }

        /// Adds a row with its end.
        void add(String line) {
            rows++;
            if (bytes.size() <= MOST_BYTES) {
                write(line);
            }
        }

        Attachment close() {
            try {
                gzip.close();
            } catch (IOException e) {
                throw new UncheckedIOException("memory takes anything", e);
            }
            return new Attachment(
                    name,
                    rows,
                    bytes.size() > MOST_BYTES
                            ? Optional.empty()
                            : Optional.of(Base64.getEncoder().encodeToString(bytes.toByteArray())));
        }

        private void write(String text) {
            try {
                gzip.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("memory takes anything", e);
            }
        }
    }
}
