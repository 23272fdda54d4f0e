package dev.weft.server;

import java.io.IOException;
import java.util.OptionalLong;

/// Room for the bytes of bodies, by offset. Safe for use by several threads, each with the parts
/// that it took.
sealed interface ByteStorage permits MemoryStorage, SpillFile {
    /// Takes a part.
    ///
    /// @return its offset; empty where there is not that much left
    OptionalLong tryTake(long length);

    /// Fills a part that was taken.
    void fill(long offset, long length, ChecksummedInput intake) throws IOException;

    /// Copies at least one byte.
    ///
    /// @param count how many at most, at least 1 and within a part that was filled
    /// @return how many were copied
    int read(long offset, byte[] target, int at, int count) throws IOException;

    /// Gives back a part that was taken. Nobody may use it any more.
    void give(long offset, long length);
}
