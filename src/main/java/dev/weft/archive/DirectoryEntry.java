package dev.weft.archive;

import dev.weft.plan.UnzipLimits;
import java.nio.ByteBuffer;

/// What an archive's directory says of one entry.
///
/// A size or position that is not to be had (a Zip64 field that is missing or absurd) is one that
/// lies beyond the end of every file, so that the entry is broken and not the archive.
///
/// @param index its place among the files, from 0, directories not counted
/// @param flags the general purpose bits
/// @param method how it is compressed
/// @param crc32 of the unzipped bytes
/// @param compressedSize in bytes, in the archive
/// @param size in bytes, unzipped
/// @param headerOffset where its local header begins, counted from the first one
record DirectoryEntry(
        int index,
        EntryName name,
        int flags,
        int method,
        long crc32,
        long compressedSize,
        long size,
        long headerOffset) {
    /// What each record of a directory begins with.
    static final int SIGNATURE = 0x02014b50;

    /// Bytes of a record before its name.
    static final int FIXED_BYTES = 46;

    /// Bytes of the longest record that can be.
    static final int MAXIMUM_BYTES = FIXED_BYTES + 3 * 0xFFFF;

    /// A method: as it is.
    static final int STORED = 0;

    /// A method: deflated.
    static final int DEFLATED = 8;

    private static final int ENCRYPTED_FLAGS = 1 | 1 << 6 | 1 << 13;
    private static final int NAME_LENGTH_AT = 28;
    private static final int EXTRA_LENGTH_AT = 30;
    private static final int COMMENT_LENGTH_AT = 32;

    /// The length in bytes of the record that begins at the buffer's position, from its fixed part.
    static int recordBytes(ByteBuffer record) {
        int start = record.position();
        return FIXED_BYTES
                + Short.toUnsignedInt(record.getShort(start + NAME_LENGTH_AT))
                + Short.toUnsignedInt(record.getShort(start + EXTRA_LENGTH_AT))
                + Short.toUnsignedInt(record.getShort(start + COMMENT_LENGTH_AT));
    }

    /// Reads the record that begins at the buffer's position and lies in it whole.
    static DirectoryEntry of(ByteBuffer record, int index) {
        int start = record.position();
        byte[] name = new byte[Short.toUnsignedInt(record.getShort(start + NAME_LENGTH_AT))];
        record.get(start + FIXED_BYTES, name);
        ByteBuffer extra =
                record.slice(
                                start + FIXED_BYTES + name.length,
                                Short.toUnsignedInt(record.getShort(start + EXTRA_LENGTH_AT)))
                        .order(record.order());
        // The order of the Zip64 field: each is there only where the short one is full.
        Zip64Field wide = Zip64Field.in(extra);
        long size = wide.widen(record.getInt(start + 24));
        long compressedSize = wide.widen(record.getInt(start + 20));
        long headerOffset = wide.widen(record.getInt(start + 42));
        return new DirectoryEntry(
                index,
                EntryName.of(name),
                Short.toUnsignedInt(record.getShort(start + 8)),
                Short.toUnsignedInt(record.getShort(start + 10)),
                Integer.toUnsignedLong(record.getInt(start + 16)),
                compressedSize,
                size,
                headerOffset);
    }

    /// Whether its bytes can be had only with a password.
    boolean isEncrypted() {
        return (flags & ENCRYPTED_FLAGS) != 0;
    }

    /// Whether it is in a form that we can unzip.
    boolean isReadable() {
        return !isEncrypted() && (method == STORED || method == DEFLATED);
    }

    /// Whether the one size can be that of the other, unzipped.
    boolean hasPossibleSizes() {
        return method == STORED
                ? compressedSize == size
                : Math.ceilDiv(size, UnzipLimits.DEFLATE_RATIO) <= compressedSize;
    }

    /// The entry for a message.
    String label() {
        return "%d (%s)".formatted(index, name.printable());
    }
}
