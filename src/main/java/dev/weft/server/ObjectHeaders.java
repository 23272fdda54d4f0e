package dev.weft.server;

import org.gaul.s3proxy.blobstore.ContentMetadata;
import org.gaul.s3proxy.blobstore.domain.BlobMetadata;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// Extracts the headers that an object keeps from the request that creates it.
final class ObjectHeaders {
    private ObjectHeaders() {}

    static BlobMetadata.Builder of(PutObjectRequest request) {
        return BlobMetadata.builder()
                .name(request.key())
                .userMetadata(request.metadata())
                .contentMetadata(
                        ContentMetadata.builder()
                                .cacheControl(request.cacheControl())
                                .contentDisposition(request.contentDisposition())
                                .contentEncoding(request.contentEncoding())
                                .contentLanguage(request.contentLanguage())
                                .contentType(request.contentType())
                                .expires(request.expires())
                                .build());
    }

    static BlobMetadata.Builder of(CreateMultipartUploadRequest request) {
        return BlobMetadata.builder()
                .name(request.key())
                .userMetadata(request.metadata())
                .contentMetadata(
                        ContentMetadata.builder()
                                .cacheControl(request.cacheControl())
                                .contentDisposition(request.contentDisposition())
                                .contentEncoding(request.contentEncoding())
                                .contentLanguage(request.contentLanguage())
                                .contentType(request.contentType())
                                .expires(request.expires())
                                .build());
    }

    /// Returns the headers of a copy that replaces the headers of its source.
    static BlobMetadata.Builder of(CopyObjectRequest request) {
        return BlobMetadata.builder()
                .name(request.destinationKey())
                .userMetadata(request.metadata())
                .contentMetadata(
                        ContentMetadata.builder()
                                .cacheControl(request.cacheControl())
                                .contentDisposition(request.contentDisposition())
                                .contentEncoding(request.contentEncoding())
                                .contentLanguage(request.contentLanguage())
                                .contentType(request.contentType())
                                .expires(request.expires())
                                .build());
    }
}
