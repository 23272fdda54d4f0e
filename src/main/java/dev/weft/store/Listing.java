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

/// The objects below a prefix, asked for page by page.
///
/// The SDK's own paginator asks for the first page before anybody wants it, where nobody expects a
/// refusal.
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

    /// Asks for the next page where this one has no more.
    ///
    /// @throws UncheckedStoreException when the server refuses
    @Override
    public boolean hasNext() {
        while (!page.hasNext() && next.isPresent()) {
            turn(next.get());
        }
        return page.hasNext();
    }

    private void turn(ListObjectsV2Request request) {
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
        return stored(page.next());
    }

    /// Not every server that speaks S3 tells all of an object.
    private static ListedObject stored(S3Object object) {
        return new ListedObject(
                object.key(),
                object.size() == null ? OptionalLong.empty() : OptionalLong.of(object.size()),
                object.eTag() == null ? "" : object.eTag().replace("\"", ""),
                Optional.ofNullable(object.lastModified()));
    }
}
