package dev.weft.plan;

import java.util.HexFormat;

/// What the entity tag of an object on the embedded server holds.
public enum EntityTag {
    /// The MD5 of its bytes in 32 hexadecimal digits, as on Amazon S3.
    MD5,
    /// The CRC-32 of its bytes, in the form of [#ofCrc32].
    CRC32;

    /// The entity tag that holds a CRC-32: `crc32-` and 8 hexadecimal digits, such as
    /// `crc32-0a1b2c3d`.
    ///
    /// Its `-` marks a tag that is no MD5. Amazon S3 makes no such tag: all of its tags begin with
    /// 32 hexadecimal digits, also those of multipart uploads (`md5-n`).
    public static String ofCrc32(long crc32) {
        return "crc32-" + HexFormat.of().toHexDigits((int) crc32);
    }
}
