package dev.weft.server;

import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;

/// Wraps a store, for subclasses that change requests.
///
/// Also forwards the requests that S3Proxy's base class would split into several.
abstract class WrappedStore extends ForwardingBlobStore {
    WrappedStore(BlobStore inner) {
        super(inner);
    }

    @Override
    public ListObjectsResponse listV1(ListObjectsRequest request) {
        return delegate().listV1(request);
    }

    @Override
    public DeleteObjectsResponse removeBlobs(DeleteObjectsRequest request) {
        return delegate().removeBlobs(request);
    }
}
