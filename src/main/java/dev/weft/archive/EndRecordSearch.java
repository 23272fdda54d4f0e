package dev.weft.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The search for the end of an archive: the last record in the file that leads to a directory.
/// What follows it may be its comment, or something that does not belong to the archive.
record EndRecordSearch(ArchiveFile file) {
    private static final int LONGEST_COMMENT = 0xFFFF;

    /// Looks for the record. Empty where there is none.
    Optional<EndRecord> find() throws IOException {
        int tailBytes = (int) Math.min(file.length(), EndRecord.FIXED_BYTES + LONGEST_COMMENT);
        long tailStart = file.length() - tailBytes;
        ByteBuffer tail = file.slice(tailStart, tailBytes);
        for (int at = tailBytes - EndRecord.FIXED_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == EndRecord.SIGNATURE) {
                ByteBuffer record = tail.slice(at, tailBytes - at).order(tail.order());
                Optional<EndRecord> end = read(record, tailStart + at);
                if (end.isPresent()) {
                    return end;
                }
            }
        }
        return Optional.empty();
    }

    /// Reads the record at a position of the file, from it and all that follows it.
    private Optional<EndRecord> read(ByteBuffer record, long position) throws IOException {
        int commentBytes = Short.toUnsignedInt(record.getShort(20));
        int followingBytes = record.limit() - EndRecord.FIXED_BYTES;
        long directoryBytes = Integer.toUnsignedLong(record.getInt(12));
        // Nothing but its place at the very end tells an empty archive from any other bytes.
        if (commentBytes > followingBytes
                || (directoryBytes == 0 && commentBytes < followingBytes)) {
            return Optional.empty();
        }
        byte[] comment = new byte[commentBytes];
        record.get(EndRecord.FIXED_BYTES, comment);
        String text = new String(comment, StandardCharsets.UTF_8);
        Optional<EndRecord> wide = readWide(position, text);
        if (wide.isPresent()) {
            return wide;
        }
        return leading(
                new EndRecord(
                        position - directoryBytes,
                        directoryBytes,
                        position - directoryBytes - Integer.toUnsignedLong(record.getInt(16)),
                        Short.toUnsignedLong(record.getShort(10)),
                        Short.toUnsignedLong(record.getShort(4)),
                        text));
    }

    /// Reads the Zip64 record, where there is one: at the place that its locator states, or right
    /// before the locator where something was put before the archive.
    private Optional<EndRecord> readWide(long endPosition, String comment) throws IOException {
        long locatorAt = endPosition - EndRecord.LOCATOR_BYTES;
        Optional<ByteBuffer> locator =
                at(locatorAt, EndRecord.LOCATOR_BYTES, EndRecord.LOCATOR_SIGNATURE);
        if (locator.isEmpty()) {
            return Optional.empty();
        }
        for (long position :
                new long[] {locator.get().getLong(8), locatorAt - EndRecord.WIDE_BYTES}) {
            Optional<ByteBuffer> record =
                    at(position, EndRecord.WIDE_BYTES, EndRecord.WIDE_SIGNATURE);
            if (record.isPresent()) {
                return leading(wide(record.get(), position, comment));
            }
        }
        return Optional.empty();
    }

    private static EndRecord wide(ByteBuffer record, long position, String comment) {
        long directoryBytes = record.getLong(40);
        return new EndRecord(
                position - directoryBytes,
                directoryBytes,
                position - directoryBytes - record.getLong(48),
                record.getLong(32),
                Integer.toUnsignedLong(record.getInt(16)),
                comment);
    }

    /// The record, if there is a directory where it says.
    private Optional<EndRecord> leading(EndRecord end) throws IOException {
        boolean plausible =
                end.directoryBytes() == 0
                        || at(end.directoryStart(), Integer.BYTES, DirectoryEntry.SIGNATURE)
                                .isPresent();
        boolean inFile =
                end.directoryBytes() >= 0 && end.base() >= 0 && end.base() <= end.directoryStart();
        return inFile && plausible ? Optional.of(end) : Optional.empty();
    }

    /// The bytes at that position, if they are in the file and begin with that signature.
    private Optional<ByteBuffer> at(long position, int count, int signature) throws IOException {
        if (position < 0 || position > file.length() - count) {
            return Optional.empty();
        }
        return Optional.of(file.slice(position, count))
                .filter(bytes -> bytes.getInt(0) == signature);
    }
}
