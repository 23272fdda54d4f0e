package dev.weft.server;

import com.google.common.hash.HashCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.blobstore.MD5;

/// Takes bodies in: into memory where they fit, otherwise into the spill file.
final class BodyReader {
    private static final int SPILL_BUFFER_BYTES = 16 * 1024;

    private final MemoryBudget memory;
    private final SpillFile spill;

    BodyReader(MemoryBudget memory, SpillFile spill) {
        this.memory = memory;
        this.spill = spill;
    }

    /// Bytes that arrived whole.
    record Received(Body body, HashCode md5) {
        /// The same, where its MD5 is the one that was sent; lets go of it otherwise.
        ///
        /// @param expected in base 64; empty for any
        Received verified(Optional<String> expected) {
            boolean wrong =
                    expected.isPresent()
                            && !md5.equals(
                                    HashCode.fromBytes(Base64.getDecoder().decode(expected.get())));
            if (wrong) {
                body.release();
                throw S3Errors.badDigest();
            }
            return this;
        }
    }

    /// Reads a body to its end. Keeps nothing where it fails.
    ///
    /// @param length how many bytes were announced
    Received read(InputStream source, long length) {
        MessageDigest digest = MD5.newDigest();
        try {
            Bytes bytes =
                    memory.tryReserve(length)
                            ? intoMemory(source, length, digest)
                            : intoSpill(source, length, digest);
            return new Received(new Body(bytes), HashCode.fromBytes(digest.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Bytes intoMemory(InputStream source, long length, MessageDigest digest)
            throws IOException {
        boolean whole = false;
        try {
            List<byte[]> segments = new ArrayList<>(1);
            for (long left = length; left > 0; left -= MemoryBytes.SEGMENT_BYTES) {
                byte[] segment = new byte[(int) Math.min(left, MemoryBytes.SEGMENT_BYTES)];
                fill(source, segment, segment.length, digest);
                segments.add(segment);
            }
            expectEnd(source);
            whole = true;
            return new MemoryBytes(List.copyOf(segments), length, memory);
        } finally {
            if (!whole) {
                memory.release(length);
            }
        }
    }

    private Bytes intoSpill(InputStream source, long length, MessageDigest digest)
            throws IOException {
        long offset = spill.take(length);
        boolean whole = false;
        try {
            byte[] buffer = new byte[(int) Math.min(length, SPILL_BUFFER_BYTES)];
            for (long done = 0; done < length; ) {
                int count = (int) Math.min(length - done, buffer.length);
                fill(source, buffer, count, digest);
                write(offset + done, ByteBuffer.wrap(buffer, 0, count));
                done += count;
            }
            expectEnd(source);
            whole = true;
            return new SpilledBytes(spill, offset, length);
        } finally {
            if (!whole) {
                spill.give(offset, length);
            }
        }
    }

    private void write(long offset, ByteBuffer bytes) {
        try {
            spill.write(offset, bytes);
        } catch (IOException e) {
            throw S3Errors.spillFailed(e);
        }
    }

    private static void fill(InputStream source, byte[] target, int count, MessageDigest digest)
            throws IOException {
        for (int done = 0; done < count; ) {
            int read = source.read(target, done, count - done);
            if (read < 0) {
                throw new S3ProxyException(S3ErrorCode.INCOMPLETE_BODY);
            }
            digest.update(target, done, read);
            done += read;
        }
    }

    // The stream compares checksums when it sees its end, which a body of no bytes never reaches
    // otherwise.
    private static void expectEnd(InputStream source) throws IOException {
        if (source.read() >= 0) {
            throw new S3ProxyException(S3ErrorCode.INCOMPLETE_BODY);
        }
    }
}
