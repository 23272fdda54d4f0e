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
    // A copy an item would be work that is measured here and nowhere else.
    @SuppressWarnings("ArrayRecordComponent")
    record InMemory(byte[] bytes) implements Content {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /// Bytes too many for memory, unzipped again each time they are opened, from any thread and as
    /// long as the archive is open. Where they are not what the archive states, the stream fails
    /// with a [BrokenEntryException] before it hands out the last of them.
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
