package dev.weft.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/// What bytes are known by.
///
/// @param bytes how many
/// @param crc32 of all of them
public record ContentFingerprint(long bytes, long crc32) {
    /// Reads a stream to its end and keeps nothing of it.
    static ContentFingerprint of(InputStream content) throws IOException {
        CheckedInputStream checked = new CheckedInputStream(content, new CRC32());
        long bytes = checked.transferTo(OutputStream.nullOutputStream());
        return new ContentFingerprint(bytes, checked.getChecksum().getValue());
    }
}
