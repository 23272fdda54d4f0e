package dev.weft.server;

import com.google.common.hash.HashCode;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.zip.CRC32;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.blobstore.MD5;

/// Reads an incoming body and computes its checksums.
final class ChecksummedInput {
    private final InputStream source;
    private final CRC32 crc32 = new CRC32();
    private final Optional<MessageDigest> md5;

    /// Creates an input at the start of a body.
    ///
    /// @param withMd5 whether to compute the MD5, which costs ten times as much as the CRC-32
    ChecksummedInput(InputStream source, boolean withMd5) {
        this.source = source;
        this.md5 = withMd5 ? Optional.of(MD5.newDigest()) : Optional.empty();
    }

    /// Reads exactly `count` bytes.
    ///
    /// @throws S3ProxyException if the body is shorter
    void read(byte[] target, int offset, int count) throws IOException {
        for (int done = 0; done < count; ) {
            int read = source.read(target, offset + done, count - done);
            if (read < 0) {
                throw new S3ProxyException(S3ErrorCode.INCOMPLETE_BODY);
            }
            crc32.update(target, offset + done, read);
            if (md5.isPresent()) {
                md5.get().update(target, offset + done, read);
            }
            done += read;
        }
    }

    /// Reads the end of the body. The underlying stream checks its checksums there, also for an
    /// empty body.
    void end() throws IOException {
        if (source.read() >= 0) {
            throw new S3ProxyException(S3ErrorCode.INCOMPLETE_BODY);
        }
    }

    /// Returns the CRC-32 of the read bytes.
    long crc32() {
        return crc32.getValue();
    }

    /// Returns the MD5 of the read bytes, if it was requested. Call this once.
    Optional<HashCode> md5() {
        return md5.map(MessageDigest::digest).map(HashCode::fromBytes);
    }
}
