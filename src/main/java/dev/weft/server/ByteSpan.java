package dev.weft.server;

import java.util.Optional;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.SdkRequests;

/// A part of an object.
///
/// @param from position of the first byte
/// @param count number of bytes
record ByteSpan(long from, long count) {
    /// Returns the part that a Range header names in an object of this length.
    ///
    /// @throws software.amazon.awssdk.services.s3.model.S3Exception with status 416 if the part is
    ///   outside of the object
    static ByteSpan of(String range, long length) {
        SdkRequests.ByteRange wanted = SdkRequests.parseRange(range);
        if (wanted == null) {
            return new ByteSpan(0, length);
        }
        Optional<Long> first = Optional.ofNullable(wanted.first());
        Optional<Long> last = Optional.ofNullable(wanted.last());
        long from = first.orElseGet(() -> Math.max(0, length - last.orElse(0L)));
        long end =
                first.isEmpty()
                        ? length
                        : last.map(at -> Math.min(at, length - 1)).orElse(length - 1) + 1;
        if (from >= end) {
            throw S3Exceptions.fromStatusCode(416);
        }
        return new ByteSpan(from, end - from);
    }

    /// Returns the Content-Range header.
    String contentRange(long length) {
        return "bytes %d-%d/%d".formatted(from, from + count - 1, length);
    }
}
