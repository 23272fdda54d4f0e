package dev.weft.server;

import java.io.IOException;
import java.util.OptionalLong;

/// Storage for the bytes of bodies, addressed by offset. Safe for use by several threads, each with
/// the parts that it has allocated.
sealed interface ByteStorage permits MemoryStorage, SpillFile {
    /// Allocates a part.
    ///
    /// @return its offset; empty if there is not enough space
    OptionalLong tryTake(long length);

    /// Fills an allocated part.
    void fill(long offset, long length, ChecksummedInput intake) throws IOException;

    /// Copies one or more bytes.
    ///
    /// @param count largest number of bytes, at least 1 and within a filled part
    /// @return number of copied bytes
    int read(long offset, byte[] target, int at, int count) throws IOException;

    /// Frees an allocated part.
    void give(long offset, long length);
}
