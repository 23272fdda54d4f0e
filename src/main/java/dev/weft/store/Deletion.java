package dev.weft.store;

import dev.weft.plan.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;

/// Deletes keys: in batches where the request's XML can name them, else one by one.
record Deletion(S3Client client, Target target) {
    /// The most keys that one request may delete, as the S3 API defines it.
    private static final int KEYS_PER_REQUEST = 1000;

    /// Deletes these keys.
    void delete(Collection<String> keys) throws StoreException {
        List<ObjectIdentifier> batch = new ArrayList<>();
        for (String key : keys) {
            if (!canBeNamed(key)) {
                var _ = client.deleteObject(delete -> delete.bucket(target.bucket()).key(key));
                continue;
            }
            batch.add(ObjectIdentifier.builder().key(key).build());
            if (batch.size() == KEYS_PER_REQUEST) {
                deleteBatch(List.copyOf(batch));
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            deleteBatch(batch);
        }
    }

    /// Whether XML 1.0 knows every character of the key, and none is read back as another.
    private static boolean canBeNamed(String key) {
        return key.codePoints()
                .allMatch(
                        character ->
                                (character >= ' ' && character < Character.MIN_SURROGATE)
                                        || (character > Character.MAX_SURROGATE
                                                && character < 0xFFFE)
                                        || character > Character.MAX_VALUE);
    }

    private void deleteBatch(List<ObjectIdentifier> batch) throws StoreException {
        DeleteObjectsResponse response =
                client.deleteObjects(
                        delete ->
                                delete.bucket(target.bucket())
                                        .delete(keys -> keys.objects(batch).quiet(true)));
        if (response.hasErrors() && !response.errors().isEmpty()) {
            S3Error first = response.errors().getFirst();
            throw new StoreException(
                    "%d of %d objects could not be deleted from %s, the first one %s: %s"
                            .formatted(
                                    response.errors().size(),
                                    batch.size(),
                                    Refusals.where(target),
                                    first.key(),
                                    first.code()));
        }
    }
}
