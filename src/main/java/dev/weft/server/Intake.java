package dev.weft.server;

import com.google.common.hash.HashCode;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.blobstore.MD5;

/// A body as it comes in, and the MD5 of what came.
final class Intake {
    private final InputStream source;
    private final MessageDigest digest = MD5.newDigest();

    Intake(InputStream source) {
        this.source = source;
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
            digest.update(target, offset + done, read);
            done += read;
        }
    }

    /// Ends the body. The stream compares checksums when it sees its end, which it would otherwise
    /// not do for a body of no bytes.
    ///
    /// @return the MD5 of all that was read
    HashCode end() throws IOException {
        if (source.read() >= 0) {
            throw new S3ProxyException(S3ErrorCode.INCOMPLETE_BODY);
        }
        return HashCode.fromBytes(digest.digest());
    }
}
