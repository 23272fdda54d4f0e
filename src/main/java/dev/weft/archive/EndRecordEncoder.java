package dev.weft.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// The end of an archive as it is written, right behind its directory.
///
/// @param directoryOffset where the directory begins
/// @param directoryBytes its length
/// @param entries how many it has
/// @param comment of the archive, in ASCII
record EndRecordEncoder(long directoryOffset, long directoryBytes, long entries, String comment) {
    private static final int ENTRIES_LIMIT = 0xFFFF;

    /// The bytes: a Zip64 record in front where a number does not fit.
    ByteBuffer bytes() {
        byte[] commentBytes = comment.getBytes(StandardCharsets.US_ASCII);
        boolean wide =
                entries >= ENTRIES_LIMIT
                        || EntryEncoder.isWide(directoryOffset)
                        || EntryEncoder.isWide(directoryBytes);
        ByteBuffer end =
                ByteBuffer.allocate(
                                (wide ? EndRecord.WIDE_BYTES + EndRecord.LOCATOR_BYTES : 0)
                                        + EndRecord.FIXED_BYTES
                                        + commentBytes.length)
                        .order(ByteOrder.LITTLE_ENDIAN);
        if (wide) {
            putWide(end);
        }
        end.putInt(EndRecord.SIGNATURE);
        end.putShort((short) 0).putShort((short) 0);
        short narrowEntries = (short) Math.min(entries, ENTRIES_LIMIT);
        end.putShort(narrowEntries).putShort(narrowEntries);
        end.putInt((int) Math.min(directoryBytes, 0xFFFF_FFFFL));
        end.putInt((int) Math.min(directoryOffset, 0xFFFF_FFFFL));
        end.putShort((short) commentBytes.length);
        return end.put(commentBytes).flip();
    }

    private void putWide(ByteBuffer end) {
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
