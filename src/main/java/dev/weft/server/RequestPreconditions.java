package dev.weft.server;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Under which circumstances an object is wanted.
record RequestPreconditions(
        Optional<String> match,
        Optional<String> noneMatch,
        Optional<Instant> modifiedSince,
        Optional<Instant> unmodifiedSince) {
    static RequestPreconditions of(GetObjectRequest request) {
        return new RequestPreconditions(
                Optional.ofNullable(request.ifMatch()),
                Optional.ofNullable(request.ifNoneMatch()),
                Optional.ofNullable(request.ifModifiedSince()),
                Optional.ofNullable(request.ifUnmodifiedSince()));
    }

    static RequestPreconditions of(CopyObjectRequest request) {
        return new RequestPreconditions(
                Optional.ofNullable(request.copySourceIfMatch()),
                Optional.ofNullable(request.copySourceIfNoneMatch()),
                Optional.ofNullable(request.copySourceIfModifiedSince()),
                Optional.ofNullable(request.copySourceIfUnmodifiedSince()));
    }

    /// Whether the object is not the one that was named.
    boolean refuse(StoredObject object) {
        return match.map(etag -> !names(etag, object))
                .orElseGet(() -> unmodifiedSince.map(object.lastModified()::isAfter).orElse(false));
    }

    /// Whether the caller has the object already.
    boolean knows(StoredObject object) {
        return noneMatch
                .map(etag -> names(etag, object))
                .orElseGet(
                        () ->
                                modifiedSince
                                        .map(since -> !object.lastModified().isAfter(since))
                                        .orElse(false));
    }

    /// The answer to a reader who has the object already: 304.
    static S3Exception notModified(StoredObject object) {
        return S3Exceptions.fromStatusCode(304, '"' + object.etag() + '"', Map.of(), null);
    }

    private static boolean names(String etag, StoredObject object) {
        return etag.equals("*") || etag.replace("\"", "").equals(object.etag());
    }
}
