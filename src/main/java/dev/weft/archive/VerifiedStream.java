package dev.weft.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Reads the unzipped bytes of an entry and verifies their size and CRC-32 against the directory.
///
/// The check runs before the last bytes are returned, so that it also covers a caller that reads
/// exactly the stated size. At most one byte beyond the stated size is unzipped.
final class VerifiedStream extends InputStream {
    private final InputStream source;
    private final DirectoryEntry entry;
    private final CRC32 crc32 = new CRC32();
    private long remaining;
    private boolean verified;
    private @Nullable BrokenEntryException fault;

    VerifiedStream(InputStream source, DirectoryEntry entry) {
        this.source = source;
        this.entry = entry;
        this.remaining = entry.size();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, into.length);
        if (count == 0) {
            return 0;
        }
        if (fault != null) {
            throw fault;
        }
        try {
            return readAndVerify(into, offset, count);
        } catch (BrokenEntryException e) {
            // Later reads must fail again instead of returning the end of the stream.
            fault = e;
            throw e;
        }
    }

    private int readAndVerify(byte[] into, int offset, int count) throws IOException {
        int read = 0;
        if (remaining > 0) {
            read = unzip(into, offset, (int) Math.min(count, remaining));
            if (read < 0) {
                throw sizeMismatch("%d bytes fewer than".formatted(remaining));
            }
            crc32.update(into, offset, read);
            remaining -= read;
        }
        if (remaining == 0 && !verified) {
            verifyEnd();
            verified = true;
        }
        return read == 0 ? -1 : read;
    }

    private void verifyEnd() throws IOException {
        if (unzip(new byte[1], 0, 1) > 0) {
            throw sizeMismatch("more bytes than");
        }
        if (crc32.getValue() != entry.crc32()) {
            throw new BrokenEntryException(
                    EntryFault.CRC_MISMATCH,
                    entry,
                    "is damaged: its bytes have the CRC-32 %08x and the archive states %08x; copy or make the archive again"
                            .formatted(crc32.getValue(), entry.crc32()));
        }
    }

    private int unzip(byte[] into, int offset, int count) throws IOException {
        try {
            return source.read(into, offset, count);
        } catch (EOFException e) {
            throw new BrokenEntryException(
                    EntryFault.TRUNCATED_DATA,
                    entry,
                    "is damaged: its compressed data ends too early; copy or make the archive again");
        } catch (ZipException e) {
            throw new BrokenEntryException(
                    EntryFault.CORRUPT_DATA,
                    entry,
                    "is damaged: its compressed data cannot be unzipped (%s); copy or make the archive again"
                            .formatted(e.getMessage()));
        }
    }

    private BrokenEntryException sizeMismatch(String comparison) {
        return new BrokenEntryException(
                EntryFault.SIZE_MISMATCH,
                entry,
                "is damaged: it has %s the %d that the archive states; copy or make the archive again"
                        .formatted(comparison, entry.size()));
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
