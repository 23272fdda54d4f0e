package dev.weft.server;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Preconditions of a request (`If-Match` and similar headers).
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

    /// Returns whether the object is another one than the request names.
    boolean refuse(StoredObject object) {
        return match.map(etag -> !names(etag, object))
                .orElseGet(() -> unmodifiedSince.map(object.lastModified()::isAfter).orElse(false));
    }

    /// Returns whether the client already has the object.
    boolean knows(StoredObject object) {
        return noneMatch
                .map(etag -> names(etag, object))
                .orElseGet(
                        () ->
                                modifiedSince
                                        .map(since -> !object.lastModified().isAfter(since))
                                        .orElse(false));
    }

    /// Returns the answer 304 for a client that already has the object.
    static S3Exception notModified(StoredObject object) {
        return S3Exceptions.fromStatusCode(304, '"' + object.etag() + '"', Map.of(), null);
    }

    private static boolean names(String etag, StoredObject object) {
        return etag.equals("*") || etag.replace("\"", "").equals(object.etag());
    }
}
