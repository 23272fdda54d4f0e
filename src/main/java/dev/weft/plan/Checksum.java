package dev.weft.plan;

import java.util.Locale;

/// Checksum that an upload carries.
public enum Checksum {
    /// The CRC-32 of the zip's directory in the header `x-amz-checksum-crc32`, without any
    /// computation.
    CRC32,
    /// No checksum.
    NONE;

    /// Returns the name in files, in lower case.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
