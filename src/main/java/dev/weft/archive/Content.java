package dev.weft.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The unzipped bytes of an item. They can be read as often as a retry needs.
public sealed interface Content {
    /// Opens the bytes from the start. The caller closes the stream.
    InputStream open() throws IOException;

    /// Bytes held in memory, checked against the archive's CRC-32. The array is shared: nobody may
    /// write to it.
    @SuppressWarnings(
            "ArrayRecordComponent") // Shared on purpose: a copy an item would be work that is not
    // measured elsewhere.
    record InMemory(byte[] bytes) implements Content {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /// Bytes too many for memory, unzipped again each time they are opened. The stream fails at its
    /// end where they do not match the archive's CRC-32.
    record Streamed(Opener opener) implements Content {
        @Override
        public InputStream open() throws IOException {
            return opener.open();
        }
    }

    /// Opens a stream.
    @FunctionalInterface
    interface Opener {
        /// A new stream from the first byte on.
        InputStream open() throws IOException;
    }
}
