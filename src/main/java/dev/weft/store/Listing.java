package dev.weft.store;

import dev.weft.plan.Target;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Iterates over the objects below a prefix, page by page.
///
/// The SDK's paginator requests the first page early, outside the caller's error handling.
final class Listing implements Iterator<ListedObject> {
    private final S3Client client;
    private final Target target;
    private Optional<ListObjectsV2Request> next;
    private Iterator<S3Object> page = Collections.emptyIterator();

    Listing(S3Client client, ListObjectsV2Request first, Target target) {
        this.client = client;
        this.target = target;
        this.next = Optional.of(first);
    }

    /// Requests the next page if the current one has ended.
    ///
    /// @throws UncheckedStoreException if the request fails
    @Override
    public boolean hasNext() {
        while (!page.hasNext() && next.isPresent()) {
            fetch(next.get());
        }
        return page.hasNext();
    }

    private void fetch(ListObjectsV2Request request) {
        try {
            ListObjectsV2Response response = client.listObjectsV2(request);
            page = response.contents().iterator();
            next =
                    Optional.ofNullable(response.nextContinuationToken())
                            .map(token -> request.toBuilder().continuationToken(token).build());
        } catch (SdkException e) {
            throw new UncheckedStoreException(StoreErrorText.explain(e, target));
        }
    }

    @Override
    public ListedObject next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return listedObject(page.next());
    }

    /// Some S3-compatible servers omit size, ETag or time.
    private static ListedObject listedObject(S3Object object) {
        return new ListedObject(
                object.key(),
                object.size() == null ? OptionalLong.empty() : OptionalLong.of(object.size()),
                object.eTag() == null ? "" : object.eTag().replace("\"", ""),
                Optional.ofNullable(object.lastModified()));
    }
}
