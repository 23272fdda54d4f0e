package dev.weft.archive;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What the end of an archive says: where its directory is.
///
/// @param directoryStart position of the directory in the file
/// @param directoryBytes length of the directory
/// @param base position in the file that the archive counts from: the length of what somebody put
///   before it
/// @param entries how many entries the directory has
/// @param comment of the archive
record EndRecord(
        long directoryStart, long directoryBytes, long base, long entries, String comment) {
    /// What the record begins with.
    static final int SIGNATURE = 0x06054b50;

    /// What the Zip64 record begins with.
    static final int WIDE_SIGNATURE = 0x06064b50;

    /// What the record that says where the Zip64 record is begins with.
    static final int LOCATOR_SIGNATURE = 0x07064b50;

    /// Bytes of the record before its comment.
    static final int FIXED_BYTES = 22;

    /// Bytes of the Zip64 record.
    static final int WIDE_BYTES = 56;

    /// Bytes of the record that says where the Zip64 record is.
    static final int LOCATOR_BYTES = 20;

    /// Finds the record: the last one in the file that leads to a directory. What follows it may be
    /// its comment, or something that does not belong to the archive.
    ///
    /// @return empty where there is none
    static Optional<EndRecord> find(ArchiveFile file) throws IOException {
        int tailBytes = (int) Math.min(file.length(), FIXED_BYTES + 0xFFFF);
        long tailStart = file.length() - tailBytes;
        ByteBuffer tail = file.slice(tailStart, tailBytes);
        for (int at = tailBytes - FIXED_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == SIGNATURE) {
                Optional<EndRecord> end =
                        of(
                                tail.slice(at, tailBytes - at).order(tail.order()),
                                file,
                                tailStart + at);
                if (end.isPresent()) {
                    return end;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<EndRecord> of(ByteBuffer record, ArchiveFile file, long position)
            throws IOException {
        int commentBytes = Short.toUnsignedInt(record.getShort(20));
        if (commentBytes > record.limit() - FIXED_BYTES) {
            return Optional.empty();
        }
        byte[] comment = new byte[commentBytes];
        record.get(FIXED_BYTES, comment);
        String text = new String(comment, StandardCharsets.UTF_8);
        Optional<EndRecord> wide = wide(file, position, text);
        if (wide.isPresent()) {
            return wide;
        }
        return leading(
                file,
                position,
                Integer.toUnsignedLong(record.getInt(12)),
                Integer.toUnsignedLong(record.getInt(16)),
                Short.toUnsignedLong(record.getShort(10)),
                text);
    }

    /// The Zip64 record, where there is one: at the place that its locator states, or right before
    /// the locator where something was put before the archive.
    private static Optional<EndRecord> wide(ArchiveFile file, long position, String comment)
            throws IOException {
        long locatorAt = position - LOCATOR_BYTES;
        ByteBuffer locator = sliceOrEmpty(file, locatorAt, LOCATOR_BYTES);
        if (!locator.hasRemaining() || locator.getInt(0) != LOCATOR_SIGNATURE) {
            return Optional.empty();
        }
        for (long at : new long[] {locator.getLong(8), locatorAt - WIDE_BYTES}) {
            ByteBuffer record = sliceOrEmpty(file, at, WIDE_BYTES);
            if (record.hasRemaining() && record.getInt(0) == WIDE_SIGNATURE) {
                return leading(
                        file,
                        at,
                        record.getLong(40),
                        record.getLong(48),
                        record.getLong(32),
                        comment);
            }
        }
        return Optional.empty();
    }

    /// The record, if a directory ends right before it.
    private static Optional<EndRecord> leading(
            ArchiveFile file,
            long position,
            long directoryBytes,
            long directoryOffset,
            long entries,
            String comment)
            throws IOException {
        long start = position - directoryBytes;
        if (directoryBytes < 0 || directoryOffset < 0 || start < directoryOffset) {
            return Optional.empty();
        }
        if (directoryBytes > 0) {
            ByteBuffer first = sliceOrEmpty(file, start, Integer.BYTES);
            if (!first.hasRemaining() || first.getInt(0) != DirectoryEntry.SIGNATURE) {
                return Optional.empty();
            }
        }
        return Optional.of(
                new EndRecord(start, directoryBytes, start - directoryOffset, entries, comment));
    }

    private static ByteBuffer sliceOrEmpty(ArchiveFile file, long position, int count)
            throws IOException {
        if (position < 0 || position > file.length() - count) {
            return ByteBuffer.allocate(0);
        }
        try {
            return file.slice(position, count);
        } catch (EOFException e) {
            return ByteBuffer.allocate(0).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
