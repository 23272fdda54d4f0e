package dev.weft.server;

import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;

/// A store around another, for what is done to requests on their way.
///
/// Hands on also those requests that S3Proxy's own base class would take apart into many.
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
