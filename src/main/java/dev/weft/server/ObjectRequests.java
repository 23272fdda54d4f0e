package dev.weft.server;

import dev.weft.plan.EntityTag;
import dev.weft.server.BodyReader.Received;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.SdkResponses;
import org.gaul.s3proxy.blobstore.domain.BlobMetadata;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// Requests for single objects.
final class ObjectRequests {
    private final Buckets buckets;
    private final BodyReader bodies;
    private final InstantSource clock;
    private final EntityTag tags;

    /// @param tags content of the entity tags of objects that arrive in one piece
    ObjectRequests(Buckets buckets, BodyReader bodies, InstantSource clock, EntityTag tags) {
        this.buckets = buckets;
        this.bodies = bodies;
        this.clock = clock;
        this.tags = tags;
    }

    PutObjectResponse put(PutObjectRequest request, InputStream payload) {
        Optional<String> md5 = Optional.ofNullable(request.contentMD5());
        Received received =
                bodies.read(
                                payload,
                                request.contentLength(),
                                tags == EntityTag.MD5 || md5.isPresent())
                        .withMd5(md5)
                        .withCrc32(Optional.ofNullable(request.checksumCRC32()));
        String etag =
                switch (tags) {
                    case MD5 -> received.md5().orElseThrow().toString();
                    case CRC32 -> EntityTag.ofCrc32(received.crc32());
                };
        buckets.put(
                request.bucket(),
                StoredObject.of(ObjectHeaders.of(request), etag, clock, received.body()));
        return SdkResponses.putResponse(etag);
    }

    HeadObjectResponse head(HeadObjectRequest request) {
        return SdkResponses.toHead(
                SdkResponses.toGetResponse(find(request.bucket(), request.key()).headers(), null));
    }

    ResponseInputStream<GetObjectResponse> get(GetObjectRequest request) {
        StoredObject object = hold(request.bucket(), request.key());
        try {
            RequestPreconditions conditions = RequestPreconditions.of(request);
            if (conditions.refuse(object)) {
                throw S3Exceptions.preconditionFailed(null);
            }
            if (conditions.knows(object)) {
                throw RequestPreconditions.notModified(object);
            }
            return read(object, request);
        } catch (RuntimeException e) {
            object.body().release();
            throw e;
        }
    }

    private static ResponseInputStream<GetObjectResponse> read(
            StoredObject object, GetObjectRequest request) {
        long length = object.body().length();
        GetObjectResponse whole = SdkResponses.toGetResponse(object.headers(), null);
        if (request.range() == null) {
            return SdkResponses.getResponse(whole, object.body().open(0, length));
        }
        ByteSpan span = ByteSpan.of(request.range(), length);
        return SdkResponses.getResponse(
                whole.toBuilder()
                        .contentLength(span.count())
                        .contentRange(span.contentRange(length))
                        .build(),
                object.body().open(span.from(), span.count()));
    }

    CopyObjectResponse copy(CopyObjectRequest request) {
        StoredObject source = hold(request.sourceBucket(), request.sourceKey());
        RequestPreconditions conditions = RequestPreconditions.of(request);
        if (conditions.refuse(source) || conditions.knows(source)) {
            source.body().release();
            throw S3Exceptions.preconditionFailed(null);
        }
        BlobMetadata.Builder headers =
                request.metadataDirective() == MetadataDirective.REPLACE
                        ? ObjectHeaders.of(request)
                        : source.headers().toBuilder().name(request.destinationKey());
        StoredObject copy = StoredObject.of(headers, source.etag(), clock, source.body());
        buckets.put(request.destinationBucket(), copy);
        return SdkResponses.copyResponse(copy.etag(), copy.lastModified());
    }

    DeleteObjectResponse delete(DeleteObjectRequest request) {
        buckets.find(request.bucket()).remove(request.key());
        return DeleteObjectResponse.builder().build();
    }

    DeleteObjectsResponse deleteAll(DeleteObjectsRequest request) {
        BucketIndex bucket = buckets.find(request.bucket());
        List<DeletedObject> deleted =
                request.delete().objects().stream()
                        .map(
                                object -> {
                                    bucket.remove(object.key());
                                    return DeletedObject.builder().key(object.key()).build();
                                })
                        .toList();
        return DeleteObjectsResponse.builder().deleted(deleted).build();
    }

    private StoredObject find(String bucket, String key) {
        return buckets.find(bucket)
                .find(key)
                .orElseThrow(() -> S3Exceptions.noSuchKey(bucket, key, "no such object"));
    }

    private StoredObject hold(String bucket, String key) {
        return buckets.find(bucket)
                .hold(key)
                .orElseThrow(() -> S3Exceptions.noSuchKey(bucket, key, "no such object"));
    }
}
