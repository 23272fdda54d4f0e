package dev.weft.archive;

import java.util.Objects;

/// One file of an archive, unzipped and ready to be worked on.
///
/// @param index its place among the files of the archive, from 0, directories not counted
/// @param name its name in the archive, as it stands there; only ever part of a key, never a path
/// @param size its unzipped size in bytes
/// @param crc32 the CRC-32 of its unzipped bytes, as the archive's directory states it
/// @param content its unzipped bytes
public record Item(int index, String name, long size, long crc32, Content content) {
    public Item {
        Objects.requireNonNull(name);
        Objects.requireNonNull(content);
        if (index < 0 || size < 0) {
            throw new IllegalArgumentException(
                    "index %d and size %d of %s must not be negative".formatted(index, size, name));
        }
    }
}
