package dev.weft.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/// Identifies the content of an object.
///
/// @param bytes size of the content
/// @param crc32 CRC-32 of the content
public record ContentFingerprint(long bytes, long crc32) {
    /// Reads a stream to its end and computes its fingerprint.
    static ContentFingerprint of(InputStream content) throws IOException {
        CheckedInputStream checked = new CheckedInputStream(content, new CRC32());
        long bytes = checked.transferTo(OutputStream.nullOutputStream());
        return new ContentFingerprint(bytes, checked.getChecksum().getValue());
    }
}
