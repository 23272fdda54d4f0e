package dev.weft.server;

import java.io.IOException;

/// Where the bytes of a body are.
sealed interface ByteRange permits StoredBytes, JoinedBytes {
    long length();

    /// Copies at least one byte.
    ///
    /// @param position of the first byte, less than the length
    /// @param count how many bytes at most, at least 1 and within the length and the target
    /// @return how many were copied
    int read(long position, byte[] target, int at, int count) throws IOException;

    /// Gives the room back. Nothing may be read any more.
    void free();
}
