package dev.weft.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The unzipped bytes of an item. Each retry can read them again.
public sealed interface Content {
    /// Opens a new stream at the first byte. The caller closes it.
    InputStream open() throws IOException;

    /// Bytes in memory, verified against the CRC-32 in the archive. The array is shared and
    /// read-only.
    // A defensive copy per item would add work to every measurement.
    @SuppressWarnings("ArrayRecordComponent")
    record InMemory(byte[] bytes) implements Content {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /// Bytes that exceed the memory limit. Each call of [#open] unzips them again, from any thread
    /// while the archive is open. If size or CRC-32 differ from the directory of the archive, the
    /// stream throws a [BrokenEntryException] before it returns the last byte.
    record Streamed(Opener opener) implements Content {
        @Override
        public InputStream open() throws IOException {
            return opener.open();
        }
    }

    /// Opens a stream.
    @FunctionalInterface
    interface Opener {
        /// Opens a new stream at the first byte.
        InputStream open() throws IOException;
    }
}
