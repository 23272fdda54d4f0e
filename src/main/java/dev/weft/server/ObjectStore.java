package dev.weft.server;

import dev.weft.plan.EntityTag;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.SdkResponses;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/// Implements the store of S3Proxy. Passes each kind of request to the class for it.
final class ObjectStore implements BlobStore {
    private static final long SMALLEST_PART_BYTES = 5L * 1024 * 1024;

    private final Buckets buckets;
    private final ObjectRequests objects;
    private final ListRequests lists;
    private final MultipartRequests multipart;

    /// @param tags content of the entity tags of objects that arrive in one piece
    ObjectStore(Buckets buckets, BodyReader bodies, InstantSource clock, EntityTag tags) {
        this.buckets = buckets;
        this.objects = new ObjectRequests(buckets, bodies, clock, tags);
        this.lists = new ListRequests(buckets);
        this.multipart = new MultipartRequests(buckets, bodies, clock);
    }

    @Override
    public ListBucketsResponse list() {
        return ListBucketsResponse.builder()
                .buckets(
                        buckets.all().stream()
                                .map(one -> SdkResponses.bucket(one.name(), one.created()))
                                .toList())
                .build();
    }

    @Override
    public HeadBucketResponse headBucket(HeadBucketRequest request) {
        buckets.find(request.bucket());
        return HeadBucketResponse.builder().bucketRegion(EmbeddedServer.REGION).build();
    }

    @Override
    public CreateBucketResponse createContainer(CreateBucketRequest request) {
        buckets.create(request.bucket());
        return CreateBucketResponse.builder().build();
    }

    @Override
    public void deleteBucket(String bucket) {
        buckets.delete(bucket);
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        return lists.page(request);
    }

    @Override
    public ListObjectsResponse listV1(ListObjectsRequest request) {
        return lists.page(request);
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
        return objects.put(request, payload);
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        return objects.copy(request);
    }

    @Override
    public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
        return objects.head(request);
    }

    @Override
    public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
        return objects.get(request);
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        return objects.delete(request);
    }

    @Override
    public DeleteObjectsResponse removeBlobs(DeleteObjectsRequest request) {
        return objects.deleteAll(request);
    }

    @Override
    public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
        return new MultipartUpload(multipart.begin(request), request);
    }

    @Override
    public UploadPartResponse uploadMultipartPart(
            MultipartUpload upload, UploadPartRequest request, InputStream payload) {
        return multipart.put(upload.id(), request, payload);
    }

    @Override
    public List<Part> listMultipartUpload(MultipartUpload upload) {
        return multipart.parts(upload.id());
    }

    @Override
    public List<software.amazon.awssdk.services.s3.model.MultipartUpload> listMultipartUploads(
            String bucket) {
        return multipart.underWay(bucket);
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        return multipart.complete(upload.id(), request);
    }

    @Override
    public void abortMultipartUpload(MultipartUpload upload) {
        multipart.abort(upload.id());
    }

    @Override
    public long getMinimumMultipartPartSize() {
        return SMALLEST_PART_BYTES;
    }

    @Override
    public BucketCannedACL getContainerAccess(String bucket) {
        buckets.find(bucket);
        return BucketCannedACL.PRIVATE;
    }

    @Override
    public void setContainerAccess(String bucket, BucketCannedACL access) {
        buckets.find(bucket);
        refuseUnless(access == BucketCannedACL.PRIVATE);
    }

    @Override
    public ObjectCannedACL getBlobAccess(String bucket, String key) {
        objects.head(HeadObjectRequest.builder().bucket(bucket).key(key).build());
        return ObjectCannedACL.PRIVATE;
    }

    @Override
    public void setBlobAccess(String bucket, String key, ObjectCannedACL access) {
        objects.head(HeadObjectRequest.builder().bucket(bucket).key(key).build());
        refuseUnless(access == ObjectCannedACL.PRIVATE);
    }

    private static void refuseUnless(boolean isPrivate) {
        if (!isPrivate) {
            throw new UnsupportedOperationException("the embedded server keeps everything private");
        }
    }
}
