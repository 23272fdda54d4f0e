package dev.weft.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// An entry as it is written: in front of its data, and in the directory.
///
/// Its time is always the first that a zip can state, 1 January 1980, so that the same files make
/// the same zip.
///
/// @param name in ASCII
/// @param method how it is compressed, see [DirectoryEntry]
/// @param headerOffset where its local header begins
record EntryEncoder(
        String name, int method, long crc32, long compressedSize, long size, long headerOffset) {
    /// Stands for the entry before the first one begins.
    static final EntryEncoder NONE = new EntryEncoder("", DirectoryEntry.STORED, 0, 0, 0, 0);

    private static final int VERSION_STORED = 10;
    private static final int VERSION_DEFLATED = 20;

    /// The version of the format that has Zip64.
    static final int VERSION_WIDE = 45;

    private static final short FIRST_DAY = 1 << 5 | 1;
    private static final long NARROW_LIMIT = 0xFFFF_FFFFL;

    /// A size from which a local header has room for wide numbers, because deflated data may be a
    /// little longer than it was before.
    private static final long WIDE_FROM_BYTES = NARROW_LIMIT - (NARROW_LIMIT >> 8);

    /// Whether a number does not fit 32 bits.
    static boolean isWide(long number) {
        return number >= NARROW_LIMIT;
    }

    /// The same entry, with what is known when its data is written.
    EntryEncoder completed(long crc32, long compressedSize) {
        return new EntryEncoder(name, method, crc32, compressedSize, size, headerOffset);
    }

    /// The local header. Its length depends on the name and the unzipped size only: it can be
    /// written before the rest is known.
    ByteBuffer localHeader() {
        boolean wide = size >= WIDE_FROM_BYTES;
        byte[] nameBytes = name.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer header = buffer(EntryBytes.HEADER_BYTES + nameBytes.length + (wide ? 20 : 0));
        header.putInt(EntryBytes.HEADER_SIGNATURE);
        putCommon(header, wide);
        header.putInt((int) crc32);
        header.putInt(wide ? Zip64Field.WIDE : (int) compressedSize);
        header.putInt(wide ? Zip64Field.WIDE : (int) size);
        header.putShort((short) nameBytes.length);
        header.putShort((short) (wide ? 20 : 0));
        header.put(nameBytes);
        if (wide) {
            header.putShort(Zip64Field.ID).putShort((short) 16);
            header.putLong(size).putLong(compressedSize);
        }
        return header.flip();
    }

    /// The record in the directory.
    ByteBuffer directoryRecord() {
        byte[] nameBytes = name.getBytes(StandardCharsets.US_ASCII);
        int wideBytes = Long.BYTES * (count(size) + count(compressedSize) + count(headerOffset));
        int extraBytes = wideBytes == 0 ? 0 : 4 + wideBytes;
        ByteBuffer record = buffer(DirectoryEntry.FIXED_BYTES + nameBytes.length + extraBytes);
        record.putInt(DirectoryEntry.SIGNATURE);
        record.putShort((short) version(wideBytes > 0));
        putCommon(record, wideBytes > 0);
        record.putInt((int) crc32);
        record.putInt(narrow(compressedSize));
        record.putInt(narrow(size));
        record.putShort((short) nameBytes.length);
        record.putShort((short) extraBytes);
        // No comment, first disk, no attributes.
        record.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        record.putInt(narrow(headerOffset));
        record.put(nameBytes);
        if (wideBytes > 0) {
            record.putShort(Zip64Field.ID).putShort((short) wideBytes);
            for (long number : new long[] {size, compressedSize, headerOffset}) {
                if (isWide(number)) {
                    record.putLong(number);
                }
            }
        }
        return record.flip();
    }

    /// What both have after their first fields: version, flags, method, time and day.
    private void putCommon(ByteBuffer header, boolean wide) {
        header.putShort((short) version(wide));
        header.putShort((short) 0);
        header.putShort((short) method);
        header.putShort((short) 0);
        header.putShort(FIRST_DAY);
    }

    private int version(boolean wide) {
        if (wide) {
            return VERSION_WIDE;
        }
        return method == DirectoryEntry.STORED ? VERSION_STORED : VERSION_DEFLATED;
    }

    private static int count(long number) {
        return isWide(number) ? 1 : 0;
    }

    private static int narrow(long number) {
        return isWide(number) ? Zip64Field.WIDE : (int) number;
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
