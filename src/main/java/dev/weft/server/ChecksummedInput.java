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

/// A body as it comes in, and the checksums of what came.
final class ChecksummedInput {
    private final InputStream source;
    private final CRC32 crc32 = new CRC32();
    private final Optional<MessageDigest> md5;

    /// A body of which nothing was read.
    ///
    /// @param withMd5 whether its MD5 is wanted, which costs ten times as much as its CRC-32
    ChecksummedInput(InputStream source, boolean withMd5) {
        this.source = source;
        this.md5 = withMd5 ? Optional.of(MD5.newDigest()) : Optional.empty();
    }

    /// Reads exactly as many bytes.
    ///
    /// @throws S3ProxyException where the body ends before
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

    /// Ends the body. The stream compares checksums when it sees its end, which it would otherwise
    /// not do for a body of no bytes.
    void end() throws IOException {
        if (source.read() >= 0) {
            throw new S3ProxyException(S3ErrorCode.INCOMPLETE_BODY);
        }
    }

    /// The CRC-32 of all that was read.
    long crc32() {
        return crc32.getValue();
    }

    /// The MD5 of all that was read, where it was wanted. Asked for once.
    Optional<HashCode> md5() {
        return md5.map(MessageDigest::digest).map(HashCode::fromBytes);
    }
}
