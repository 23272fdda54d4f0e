package dev.weft.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Encodes the two headers of an entry: the local header before its data, and its record in the
/// directory.
///
/// The time is always the earliest of the format, 1 January 1980, so that equal files make an equal
/// zip.
///
/// @param name in ASCII
/// @param method compression method, see [DirectoryEntry]
/// @param headerOffset position of the local header in the file
record EntryEncoder(
        String name, int method, long crc32, long compressedSize, long size, long headerOffset) {
    /// Placeholder before the first entry.
    static final EntryEncoder NONE = new EntryEncoder("", DirectoryEntry.STORED, 0, 0, 0, 0);

    private static final int VERSION_STORED = 10;
    private static final int VERSION_DEFLATED = 20;

    /// First version of the format with Zip64.
    static final int VERSION_WIDE = 45;

    private static final short FIRST_DAY = 1 << 5 | 1;
    private static final long ZIP64_MARK = 0xFFFF_FFFFL;

    /// Unzipped size from which a local header has a Zip64 field. It is below the 32-bit limit
    /// because deflated data may be slightly longer than the unzipped data.
    private static final long ZIP64_FROM_BYTES = ZIP64_MARK - (ZIP64_MARK >> 8);

    /// Returns whether a number needs a Zip64 field.
    static boolean isWide(long number) {
        return number >= ZIP64_MARK;
    }

    /// Returns the entry with the values that are known after its data is written.
    EntryEncoder completed(long crc32, long compressedSize) {
        return new EntryEncoder(name, method, crc32, compressedSize, size, headerOffset);
    }

    /// Returns the local header. Its length depends only on the name and the unzipped size, so that
    /// it can be written before the other values are known.
    ByteBuffer localHeader() {
        boolean zip64 = size >= ZIP64_FROM_BYTES;
        byte[] nameBytes = name.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer header = buffer(EntryBytes.HEADER_BYTES + nameBytes.length + (zip64 ? 20 : 0));
        header.putInt(EntryBytes.HEADER_SIGNATURE);
        putCommon(header, zip64);
        header.putInt((int) crc32);
        header.putInt(zip64 ? Zip64Field.WIDE : (int) compressedSize);
        header.putInt(zip64 ? Zip64Field.WIDE : (int) size);
        header.putShort((short) nameBytes.length);
        header.putShort((short) (zip64 ? 20 : 0));
        header.put(nameBytes);
        if (zip64) {
            header.putShort(Zip64Field.ID).putShort((short) 16);
            header.putLong(size).putLong(compressedSize);
        }
        return header.flip();
    }

    /// Returns the record in the directory.
    ByteBuffer directoryRecord() {
        byte[] nameBytes = name.getBytes(StandardCharsets.US_ASCII);
        int zip64Bytes = zip64Bytes(size) + zip64Bytes(compressedSize) + zip64Bytes(headerOffset);
        int extraBytes = zip64Bytes == 0 ? 0 : 4 + zip64Bytes;
        ByteBuffer record = buffer(DirectoryEntry.FIXED_BYTES + nameBytes.length + extraBytes);
        record.putInt(DirectoryEntry.SIGNATURE);
        record.putShort((short) version(zip64Bytes > 0));
        putCommon(record, zip64Bytes > 0);
        record.putInt((int) crc32);
        record.putInt(numberOrMark(compressedSize));
        record.putInt(numberOrMark(size));
        record.putShort((short) nameBytes.length);
        record.putShort((short) extraBytes);
        // No comment, first disk, no attributes.
        record.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        record.putInt(numberOrMark(headerOffset));
        record.put(nameBytes);
        if (zip64Bytes > 0) {
            record.putShort(Zip64Field.ID).putShort((short) zip64Bytes);
            for (long number : new long[] {size, compressedSize, headerOffset}) {
                if (isWide(number)) {
                    record.putLong(number);
                }
            }
        }
        return record.flip();
    }

    /// Appends the fields that both headers share: version, flags, method, time and date.
    private void putCommon(ByteBuffer header, boolean zip64) {
        header.putShort((short) version(zip64));
        header.putShort((short) 0);
        header.putShort((short) method);
        header.putShort((short) 0);
        header.putShort(FIRST_DAY);
    }

    private int version(boolean zip64) {
        if (zip64) {
            return VERSION_WIDE;
        }
        return method == DirectoryEntry.STORED ? VERSION_STORED : VERSION_DEFLATED;
    }

    private static int zip64Bytes(long number) {
        return isWide(number) ? Long.BYTES : 0;
    }

    private static int numberOrMark(long number) {
        return isWide(number) ? Zip64Field.WIDE : (int) number;
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
