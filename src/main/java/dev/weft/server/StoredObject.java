package dev.weft.server;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.gaul.s3proxy.blobstore.domain.BlobMetadata;

/// An object of a bucket.
///
/// @param key key of the object
/// @param etag MD5 or CRC-32 of its bytes, as [dev.weft.plan.EntityTag] defines; `md5-n` for a
///   multipart upload
/// @param lastModified time in whole seconds, as in HTTP
/// @param headers further headers of its request
record StoredObject(
        String key, String etag, Instant lastModified, BlobMetadata headers, Body body) {
    // Node, records and strings: 400,000 objects took 450 bytes each, with their keys.
    private static final long FIXED_BYTES = 512;

    static StoredObject of(
            BlobMetadata.Builder headers, String etag, InstantSource clock, Body body) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        BlobMetadata metadata =
                headers.eTag(etag).lastModified(now).contentLength(body.length()).build();
        return new StoredObject(metadata.name(), etag, now, metadata, body);
    }

    /// Returns the approximate size of the index entry, without the body.
    long indexBytes() {
        long characters = key.length();
        for (var entry : headers.userMetadata().entrySet()) {
            characters += entry.getKey().length() + entry.getValue().length();
        }
        return FIXED_BYTES + 2 * characters;
    }
}
