package dev.weft.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// One file of an archive, unzipped and ready for upload.
///
/// @param index position among the files of the archive, from 0; directories are skipped
/// @param name unchanged name in the archive; used only as part of a key, never as a path
/// @param size unzipped size in bytes
/// @param crc32 CRC-32 of the unzipped bytes, from the directory of the archive
/// @param content unzipped bytes
public record Item(int index, String name, long size, long crc32, Content content) {
    public Item {
        if (index < 0 || size < 0) {
            throw new IllegalArgumentException(
                    "index %d and size %d of %s must not be negative".formatted(index, size, name));
        }
    }

    /// Returns the MD5 of the unzipped bytes in lower-case hexadecimal: the ETag that S3 gives to
    /// an object of a single-part upload. Reads all bytes, in constant memory.
    ///
    /// @throws IOException if the bytes cannot be read, or differ from the directory of the archive
    public String md5() throws IOException {
        MessageDigest digest = newMd5();
        try (InputStream bytes = content.open();
                OutputStream sink =
                        new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            bytes.transferTo(sink);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newMd5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
