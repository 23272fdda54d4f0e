package dev.weft.plan;

import java.util.Locale;

/// How the server is told what it should have received.
public enum Checksum {
    /// The CRC-32 that the archive states goes along as the header `x-amz-checksum-crc32`: nothing
    /// to compute.
    CRC32,
    /// None.
    NONE;

    /// The name in files: lower case.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
