package dev.weft.server;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.gaul.s3proxy.blobstore.domain.BlobMetadata;

/// One object of a bucket.
///
/// @param key its name
/// @param etag holds the MD5 or CRC-32 of its bytes, as [dev.weft.plan.EntityTag] defines; of a
///   multipart upload `md5-n`
/// @param lastModified in whole seconds, as HTTP has it
/// @param headers what else its request said
record StoredObject(
        String key, String etag, Instant lastModified, BlobMetadata headers, Body body) {
    // Node, records and strings: 400,000 objects took 450 bytes each, their keys included.
    private static final long FIXED_BYTES = 512;

    static StoredObject of(
            BlobMetadata.Builder headers, String etag, InstantSource clock, Body body) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        BlobMetadata metadata =
                headers.eTag(etag).lastModified(now).contentLength(body.length()).build();
        return new StoredObject(metadata.name(), etag, now, metadata, body);
    }

    /// About what the entry costs in the index, without its body.
    long indexBytes() {
        long characters = key.length();
        for (var entry : headers.userMetadata().entrySet()) {
            characters += entry.getKey().length() + entry.getValue().length();
        }
        return FIXED_BYTES + 2 * characters;
    }
}
