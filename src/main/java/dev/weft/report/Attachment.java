package dev.weft.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// CSV file embedded in the page.
///
/// @param name file name for saving
/// @param rows number of rows without the header
/// @param gzip compressed text in Base64; empty if it is too large for a page
record Attachment(String name, long rows, Optional<String> gzip) {
    static Attachment of(String name, String header, Stream<String> lines) {
        Writer writer = new Writer(name, header);
        lines.forEach(writer::add);
        return writer.close();
    }

    /// Builds an attachment row by row.
    static final class Writer {
        /// Compressed size above which a file is left out, in bytes: a larger one makes the page
        /// exceed 2 MB.
        private static final int MOST_BYTES = 300_000;

        private final String name;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final PrintStream gzip;
        private long rows;

        Writer(String name, String header) {
            this.name = name;
            try {
                gzip = new PrintStream(new GZIPOutputStream(bytes), false, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("memory takes anything", e);
            }
            gzip.print(header);
        }

        /// Adds a row.
        ///
        /// @param line ends with a line break
        void add(String line) {
            rows++;
            if (bytes.size() <= MOST_BYTES) {
                gzip.print(line);
            }
        }

        Attachment close() {
            gzip.close();
            return new Attachment(
                    name,
                    rows,
                    bytes.size() > MOST_BYTES
                            ? Optional.empty()
                            : Optional.of(Base64.getEncoder().encodeToString(bytes.toByteArray())));
        }
    }
}
