package dev.weft.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

    /// The MD5 of its unzipped bytes in lower-case hexadecimal, which is what S3 calls the ETag of
    /// an object that came in one piece. Reads all of them, in constant memory.
    ///
    /// @throws IOException where the bytes cannot be read, or are not what the archive states
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
