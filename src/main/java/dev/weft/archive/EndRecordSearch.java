package dev.weft.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Finds the end record of an archive: the last one in the file that locates a directory.
///
/// The record may be followed by its comment and by data that is not part of the archive.
record EndRecordSearch(ArchiveFile file) {
    private static final int MAXIMUM_COMMENT_BYTES = 0xFFFF;

    /// Finds the record. Empty if the file has none.
    Optional<EndRecord> find() throws IOException {
        int tailBytes =
                (int) Math.min(file.length(), EndRecord.FIXED_BYTES + MAXIMUM_COMMENT_BYTES);
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

    /// Parses a candidate record.
    ///
    /// @param record the candidate and all bytes after it
    /// @param position position of the candidate in the file
    private Optional<EndRecord> read(ByteBuffer record, long position) throws IOException {
        int commentBytes = Short.toUnsignedInt(record.getShort(20));
        int followingBytes = record.limit() - EndRecord.FIXED_BYTES;
        long directoryBytes = Integer.toUnsignedLong(record.getInt(12));
        // The record of an empty archive is recognizable only by its position at the end.
        if (commentBytes > followingBytes
                || (directoryBytes == 0 && commentBytes < followingBytes)) {
            return Optional.empty();
        }
        byte[] comment = new byte[commentBytes];
        record.get(EndRecord.FIXED_BYTES, comment);
        String text = new String(comment, StandardCharsets.UTF_8);
        Optional<EndRecord> zip64 = readZip64(position, text);
        if (zip64.isPresent()) {
            return zip64;
        }
        return withDirectory(
                new EndRecord(
                        position - directoryBytes,
                        directoryBytes,
                        position - directoryBytes - Integer.toUnsignedLong(record.getInt(16)),
                        Short.toUnsignedLong(record.getShort(10)),
                        Short.toUnsignedLong(record.getShort(4)),
                        text));
    }

    /// Reads the Zip64 record, if there is one. Its position is the one in its locator; if data
    /// precedes the archive, it is directly before the locator.
    private Optional<EndRecord> readZip64(long endPosition, String comment) throws IOException {
        long locatorStart = endPosition - EndRecord.LOCATOR_BYTES;
        Optional<ByteBuffer> locator =
                recordAt(locatorStart, EndRecord.LOCATOR_BYTES, EndRecord.LOCATOR_SIGNATURE);
        if (locator.isEmpty()) {
            return Optional.empty();
        }
        for (long position :
                new long[] {locator.get().getLong(8), locatorStart - EndRecord.WIDE_BYTES}) {
            Optional<ByteBuffer> record =
                    recordAt(position, EndRecord.WIDE_BYTES, EndRecord.WIDE_SIGNATURE);
            if (record.isPresent()) {
                return withDirectory(zip64(record.get(), position, comment));
            }
        }
        return Optional.empty();
    }

    private static EndRecord zip64(ByteBuffer record, long position, String comment) {
        long directoryBytes = record.getLong(40);
        return new EndRecord(
                position - directoryBytes,
                directoryBytes,
                position - directoryBytes - record.getLong(48),
                record.getLong(32),
                Integer.toUnsignedLong(record.getInt(16)),
                comment);
    }

    /// Returns the record if a directory is at the position that it states.
    private Optional<EndRecord> withDirectory(EndRecord end) throws IOException {
        boolean plausible =
                end.directoryBytes() == 0
                        || recordAt(end.directoryStart(), Integer.BYTES, DirectoryEntry.SIGNATURE)
                                .isPresent();
        boolean inFile =
                end.directoryBytes() >= 0 && end.base() >= 0 && end.base() <= end.directoryStart();
        return inFile && plausible ? Optional.of(end) : Optional.empty();
    }

    /// Returns the bytes at a position if they are in the file and start with the signature.
    private Optional<ByteBuffer> recordAt(long position, int count, int signature)
            throws IOException {
        if (position < 0 || position > file.length() - count) {
            return Optional.empty();
        }
        return Optional.of(file.slice(position, count))
                .filter(bytes -> bytes.getInt(0) == signature);
    }
}
