package dev.weft.plan;

import java.util.HexFormat;

/// Content of entity tags on the embedded server.
public enum EntityTag {
    /// MD5 of the bytes in 32 hexadecimal digits, as on Amazon S3.
    MD5,
    /// CRC-32 of the bytes, in the form of [#ofCrc32].
    CRC32;

    /// Returns the entity tag of a CRC-32: `crc32-` and 8 hexadecimal digits, such as
    /// `crc32-0a1b2c3d`.
    ///
    /// The `-` distinguishes it from an MD5. Tags of Amazon S3 start with 32 hexadecimal digits,
    /// also those of multipart uploads (`md5-n`).
    public static String ofCrc32(long crc32) {
        return "crc32-" + HexFormat.of().toHexDigits((int) crc32);
    }
}
