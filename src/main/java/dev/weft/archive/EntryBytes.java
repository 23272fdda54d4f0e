package dev.weft.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Where the bytes of one entry are, found and found plausible.
///
/// @param start position of the first one in the file
record EntryBytes(ArchiveFile file, DirectoryEntry entry, long start) {
    /// What the local header of an entry begins with.
    static final int HEADER_SIGNATURE = 0x04034b50;

    /// Bytes of a local header before its name.
    static final int HEADER_BYTES = 30;

    private static final int MAXIMUM_BUFFER_BYTES = 64 * 1024;

    /// Follows the directory to the bytes.
    ///
    /// @throws BrokenEntryException where they are not there, or in a form that we cannot read
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
        // Before any bytes are set aside for what it states.
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
        long room = end.directoryStart() - end.base() - HEADER_BYTES;
        if (entry.headerOffset() <= room) {
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

    /// Opens the unzipped bytes, to be verified by reading them.
    ///
    /// @param inflater for raw deflate data, in its first state; the caller keeps it
    InputStream open(Inflater inflater) {
        InputStream stored = stored();
        return new VerifiedStream(
                isStored()
                        ? stored
                        : new InflaterInputStream(padded(stored), inflater, bufferBytes()),
                entry);
    }

    /// Opens the unzipped bytes, to be verified by reading them, with an inflater of their own.
    InputStream open() {
        if (isStored()) {
            return new VerifiedStream(stored(), entry);
        }
        Inflater inflater = new Inflater(true);
        return new VerifiedStream(
                new InflaterInputStream(padded(stored()), inflater, bufferBytes()) {
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

    private InputStream stored() {
        return new StoredStream(file, start, entry.compressedSize());
    }

    /// With the one byte more that an inflater asks for at the end of raw deflate data.
    private static InputStream padded(InputStream stored) {
        return new SequenceInputStream(stored, new ByteArrayInputStream(new byte[1]));
    }

    private int bufferBytes() {
        return Math.clamp(entry.compressedSize() + 1, 1, MAXIMUM_BUFFER_BYTES);
    }
}
