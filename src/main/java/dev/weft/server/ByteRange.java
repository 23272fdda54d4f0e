package dev.weft.server;

import java.io.IOException;

/// The bytes of a body, in one place or several.
sealed interface ByteRange permits StoredBytes, JoinedBytes {
    long length();

    /// Copies one or more bytes.
    ///
    /// @param position position of the first byte, below the length
    /// @param count largest number of bytes, at least 1 and within the length and the target
    /// @return number of copied bytes
    int read(long position, byte[] target, int at, int count) throws IOException;

    /// Frees the storage. Later reads are invalid.
    void free();
}
