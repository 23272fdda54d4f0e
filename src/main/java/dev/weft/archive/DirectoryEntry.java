package dev.weft.archive;

import dev.weft.plan.UnzipLimits;
import java.nio.ByteBuffer;

/// One entry as the directory of an archive describes it.
///
/// [Long#MAX_VALUE] replaces a size or offset whose Zip64 field is missing or invalid. Such an
/// entry is broken; the other entries stay readable.
///
/// @param index position among the files of the archive, from 0; directories are skipped
/// @param flags general purpose bit flags
/// @param method compression method, such as [#STORED]
/// @param crc32 CRC-32 of the unzipped bytes
/// @param compressedSize bytes in the archive
/// @param size unzipped bytes
/// @param headerOffset offset of the local header in bytes, relative to [EndRecord#base]
record DirectoryEntry(
        int index,
        EntryName name,
        int flags,
        int method,
        long crc32,
        long compressedSize,
        long size,
        long headerOffset) {
    /// First four bytes of each record of a directory.
    static final int SIGNATURE = 0x02014b50;

    /// Length in bytes of the part of a record before its name.
    static final int FIXED_BYTES = 46;

    /// Length in bytes of the longest possible record.
    static final int MAXIMUM_BYTES = FIXED_BYTES + 3 * 0xFFFF;

    /// Compression method: no compression.
    static final int STORED = 0;

    /// Compression method: deflate.
    static final int DEFLATED = 8;

    private static final int ENCRYPTED_FLAGS = 1 | 1 << 6 | 1 << 13;
    private static final int NAME_LENGTH_AT = 28;
    private static final int EXTRA_LENGTH_AT = 30;
    private static final int COMMENT_LENGTH_AT = 32;

    /// Returns the length in bytes of the record at the buffer's position, as its fixed part states
    /// it.
    static int recordBytes(ByteBuffer record) {
        int start = record.position();
        return FIXED_BYTES
                + Short.toUnsignedInt(record.getShort(start + NAME_LENGTH_AT))
                + Short.toUnsignedInt(record.getShort(start + EXTRA_LENGTH_AT))
                + Short.toUnsignedInt(record.getShort(start + COMMENT_LENGTH_AT));
    }

    /// Parses the complete record at the buffer's position.
    static DirectoryEntry of(ByteBuffer record, int index) {
        int start = record.position();
        byte[] name = new byte[Short.toUnsignedInt(record.getShort(start + NAME_LENGTH_AT))];
        record.get(start + FIXED_BYTES, name);
        ByteBuffer extra =
                record.slice(
                                start + FIXED_BYTES + name.length,
                                Short.toUnsignedInt(record.getShort(start + EXTRA_LENGTH_AT)))
                        .order(record.order());
        // In the order of the Zip64 field, which has only the numbers that exceed 32 bits.
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

    /// Returns whether the entry is encrypted.
    boolean isEncrypted() {
        return (flags & ENCRYPTED_FLAGS) != 0;
    }

    /// Returns whether weft supports the form of the entry.
    boolean isReadable() {
        return !isEncrypted() && (method == STORED || method == DEFLATED);
    }

    /// Returns whether the compressed size can unzip to the unzipped size.
    boolean hasPossibleSizes() {
        return method == STORED
                ? compressedSize == size
                : Math.ceilDiv(size, UnzipLimits.DEFLATE_RATIO) <= compressedSize;
    }

    /// Returns the index and name for a message.
    String label() {
        return "%d (%s)".formatted(index, name.printable());
    }
}
