package dev.weft.server;

import com.google.common.hash.HashCode;
import com.google.common.primitives.Ints;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;

/// Stores received bodies: in memory if they fit, otherwise in the spill file.
final class BodyReader {
    private final MemoryStorage memory;
    private final SpillFile spill;

    BodyReader(MemoryStorage memory, SpillFile spill) {
        this.memory = memory;
        this.spill = spill;
    }

    /// A complete body.
    ///
    /// @param md5 empty if it was not requested
    record Received(Body body, long crc32, Optional<HashCode> md5) {
        /// Checks the MD5, and releases the body if it is wrong.
        ///
        /// @param sent expected MD5 in base 64; empty for no check
        Received withMd5(Optional<String> sent) {
            return matching(
                    sent, "Content-MD5", md5.map(HashCode::asBytes).orElseGet(() -> new byte[0]));
        }

        /// Checks the CRC-32, and releases the body if it is wrong.
        ///
        /// @param sent expected CRC-32 in base 64; empty for no check
        Received withCrc32(Optional<String> sent) {
            return matching(sent, "CRC32", Ints.toByteArray((int) crc32));
        }

        private Received matching(Optional<String> sent, String checksum, byte[] received) {
            if (sent.isPresent()
                    && !sent.get().equals(Base64.getEncoder().encodeToString(received))) {
                body.release();
                throw S3Errors.badDigest(checksum);
            }
            return this;
        }
    }

    /// Reads a body to its end. Keeps nothing if it fails.
    ///
    /// @param length announced number of bytes
    /// @param withMd5 whether to compute the MD5
    Received read(InputStream source, long length, boolean withMd5) {
        StoredBytes place = place(length);
        Body body = new Body(place);
        boolean whole = false;
        try {
            ChecksummedInput intake = new ChecksummedInput(source, withMd5);
            place.room().fill(place.offset(), length, intake);
            intake.end();
            whole = true;
            return new Received(body, intake.crc32(), intake.md5());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!whole) {
                body.release();
            }
        }
    }

    private StoredBytes place(long length) {
        OptionalLong inMemory = memory.tryTake(length);
        return inMemory.isPresent()
                ? new StoredBytes(memory, inMemory.getAsLong(), length)
                : new StoredBytes(spill, spill.tryTake(length).orElseThrow(), length);
    }
}
