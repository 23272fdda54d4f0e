package dev.weft.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Locates, checks and opens the bytes of one entry.
///
/// @param start position of the first byte of the data in the file
record EntryBytes(ArchiveFile file, DirectoryEntry entry, long start) {
    /// First four bytes of the local header of an entry.
    static final int HEADER_SIGNATURE = 0x04034b50;

    /// Length in bytes of the part of a local header before its name.
    static final int HEADER_BYTES = 30;

    private static final int MAXIMUM_BUFFER_BYTES = 64 * 1024;

    /// Locates the bytes of an entry of the directory.
    ///
    /// @throws BrokenEntryException if they are missing, or their form is not supported
    static EntryBytes locate(ArchiveFile file, EndRecord end, DirectoryEntry entry)
            throws IOException {
        if (entry.isEncrypted()) {
            throw new BrokenEntryException(
                    EntryFault.ENCRYPTED,
                    entry,
                    "is encrypted, and weft knows no passwords; make the archive without one");
        }
        if (!entry.isReadable()) {
            throw new BrokenEntryException(
                    EntryFault.UNKNOWN_METHOD,
                    entry,
                    "is compressed with method %d, and weft reads only 0 (stored) and 8 (deflated); make the archive with one of them"
                            .formatted(entry.method()));
        }
        // Checked before the caller allocates an array of the stated size.
        if (!entry.hasPossibleSizes()) {
            throw new BrokenEntryException(
                    EntryFault.SIZE_MISMATCH,
                    entry,
                    "is damaged: it cannot be that the archive states %d bytes for it, and %d in the archive; copy or make the archive again"
                            .formatted(entry.size(), entry.compressedSize()));
        }
        long start = dataStart(file, end, entry);
        if (entry.compressedSize() > end.directoryStart() - start) {
            throw new BrokenEntryException(
                    EntryFault.TRUNCATED_DATA,
                    entry,
                    "is damaged: the archive ends before its data does; copy or make the archive again");
        }
        return new EntryBytes(file, entry, start);
    }

    private static long dataStart(ArchiveFile file, EndRecord end, DirectoryEntry entry)
            throws IOException {
        long maximumOffset = end.directoryStart() - end.base() - HEADER_BYTES;
        if (entry.headerOffset() <= maximumOffset) {
            long headerStart = end.base() + entry.headerOffset();
            ByteBuffer header = file.slice(headerStart, HEADER_BYTES);
            if (header.getInt(0) == HEADER_SIGNATURE) {
                return headerStart
                        + HEADER_BYTES
                        + Short.toUnsignedInt(header.getShort(26))
                        + Short.toUnsignedInt(header.getShort(28));
            }
        }
        throw new BrokenEntryException(
                EntryFault.BAD_HEADER,
                entry,
                "is damaged: it does not start at the offset in the archive's directory; copy or make the archive again");
    }

    /// Opens the unzipped bytes. The stream verifies them as they are read.
    ///
    /// @param inflater for raw deflate data, new or reset; the caller ends it
    InputStream open(Inflater inflater) {
        InputStream compressed = compressed();
        return new VerifiedStream(
                isStored()
                        ? compressed
                        : new InflaterInputStream(padded(compressed), inflater, bufferBytes()),
                entry);
    }

    /// Opens the unzipped bytes with an inflater of their own. The stream verifies them as they are
    /// read.
    InputStream open() {
        if (isStored()) {
            return new VerifiedStream(compressed(), entry);
        }
        Inflater inflater = new Inflater(true);
        return new VerifiedStream(
                new InflaterInputStream(padded(compressed()), inflater, bufferBytes()) {
                    @Override
                    public void close() throws IOException {
                        super.close();
                        inflater.end();
                    }
                },
                entry);
    }

    private boolean isStored() {
        return entry.method() == DirectoryEntry.STORED;
    }

    private InputStream compressed() {
        return new StoredStream(file, start, entry.compressedSize());
    }

    /// Appends the extra byte that an inflater needs at the end of raw deflate data.
    private static InputStream padded(InputStream compressed) {
        return new SequenceInputStream(compressed, new ByteArrayInputStream(new byte[1]));
    }

    private int bufferBytes() {
        return Math.clamp(entry.compressedSize() + 1, 1, MAXIMUM_BUFFER_BYTES);
    }
}
