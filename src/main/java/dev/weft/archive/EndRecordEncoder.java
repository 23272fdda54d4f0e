package dev.weft.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Encodes the end record of an archive, which follows its directory.
///
/// @param directoryOffset position of the directory in the file
/// @param directoryBytes length of the directory
/// @param entries number of entries in the directory
/// @param comment comment of the archive, in ASCII
record EndRecordEncoder(long directoryOffset, long directoryBytes, long entries, String comment) {
    private static final int ENTRIES_LIMIT = 0xFFFF;

    /// Returns the encoded record, after a Zip64 record if a number exceeds its field.
    ByteBuffer bytes() {
        byte[] commentBytes = comment.getBytes(StandardCharsets.US_ASCII);
        boolean zip64 =
                entries >= ENTRIES_LIMIT
                        || EntryEncoder.isWide(directoryOffset)
                        || EntryEncoder.isWide(directoryBytes);
        ByteBuffer end =
                ByteBuffer.allocate(
                                (zip64 ? EndRecord.WIDE_BYTES + EndRecord.LOCATOR_BYTES : 0)
                                        + EndRecord.FIXED_BYTES
                                        + commentBytes.length)
                        .order(ByteOrder.LITTLE_ENDIAN);
        if (zip64) {
            putZip64(end);
        }
        end.putInt(EndRecord.SIGNATURE);
        end.putShort((short) 0).putShort((short) 0);
        short entriesField = (short) Math.min(entries, ENTRIES_LIMIT);
        end.putShort(entriesField).putShort(entriesField);
        end.putInt((int) Math.min(directoryBytes, 0xFFFF_FFFFL));
        end.putInt((int) Math.min(directoryOffset, 0xFFFF_FFFFL));
        end.putShort((short) commentBytes.length);
        return end.put(commentBytes).flip();
    }

    private void putZip64(ByteBuffer end) {
        end.putInt(EndRecord.WIDE_SIGNATURE);
        end.putLong(EndRecord.WIDE_BYTES - 12);
        end.putShort((short) EntryEncoder.VERSION_WIDE);
        end.putShort((short) EntryEncoder.VERSION_WIDE);
        end.putInt(0).putInt(0);
        end.putLong(entries).putLong(entries);
        end.putLong(directoryBytes).putLong(directoryOffset);
        end.putInt(EndRecord.LOCATOR_SIGNATURE);
        end.putInt(0);
        end.putLong(directoryOffset + directoryBytes);
        end.putInt(1);
    }
}
