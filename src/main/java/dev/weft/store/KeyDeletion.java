package dev.weft.store;

import dev.weft.plan.RequestCounts;
import dev.weft.plan.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;

/// Deletes keys, once: in batches where the request's XML can name them, else one by one.
///
/// A request that fails does not keep the others from being made: what can be deleted is.
final class KeyDeletion {
    private final S3Client client;
    private final Target target;
    private int left;
    private Optional<Left> first = Optional.empty();

    /// Why keys are left, told by the first of them.
    ///
    /// @param request what became of the request; empty where only the key was refused
    private record Left(String key, String code, Optional<SdkException> request) {}

    KeyDeletion(S3Client client, Target target) {
        this.client = client;
        this.target = target;
    }

    /// How many requests it takes to delete these keys.
    static long requests(Collection<String> keys) {
        long single = keys.stream().filter(key -> !canBeNamed(key)).count();
        return single + Math.ceilDiv(keys.size() - single, RequestCounts.MOST_KEYS);
    }

    /// Deletes these keys.
    ///
    /// @throws StoreException when keys are left, after all the others were deleted
    void delete(Collection<String> keys) throws StoreException {
        deleteVersions(
                keys.stream().map(key -> ObjectIdentifier.builder().key(key).build()).toList());
    }

    /// Deletes these versions; of one without an id, the object.
    ///
    /// @throws StoreException when some are left, after all the others were deleted
    void deleteVersions(List<ObjectIdentifier> versions) throws StoreException {
        List<ObjectIdentifier> batch = new ArrayList<>();
        for (ObjectIdentifier version : versions) {
            if (!canBeNamed(version.key())) {
                deleteOne(version);
                continue;
            }
            batch.add(version);
            if (batch.size() == RequestCounts.MOST_KEYS) {
                deleteBatch(batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            deleteBatch(batch);
        }
        if (first.isPresent()) {
            throw complaint(first.get(), versions.size());
        }
    }

    /// How many were left.
    int left() {
        return left;
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

    private void deleteOne(ObjectIdentifier version) {
        try {
            var _ =
                    client.deleteObject(
                            delete ->
                                    delete.bucket(target.bucket())
                                            .key(version.key())
                                            .versionId(version.versionId()));
        } catch (SdkException e) {
            leave(1, new Left(version.key(), FailureClassifier.code(e), Optional.of(e)));
        }
    }

    private void deleteBatch(List<ObjectIdentifier> versions) {
        List<ObjectIdentifier> batch = List.copyOf(versions);
        try {
            List<S3Error> errors =
                    client.deleteObjects(
                                    delete ->
                                            delete.bucket(target.bucket())
                                                    .delete(
                                                            listed ->
                                                                    listed.objects(batch)
                                                                            .quiet(true)))
                            .errors();
            if (!errors.isEmpty()) {
                S3Error error = errors.getFirst();
                leave(errors.size(), new Left(error.key(), error.code(), Optional.empty()));
            }
        } catch (SdkException e) {
            leave(batch.size(), new Left(batch.getFirst().key(), FailureClassifier.code(e), Optional.of(e)));
        }
    }

    private void leave(int keys, Left why) {
        left += keys;
        first = first.or(() -> Optional.of(why));
    }

    private StoreException complaint(Left why, int keys) {
        if (why.request().isEmpty()) {
            return new StoreException(
                    "%d of %d objects could not be deleted from %s, the first one %s: %s"
                            .formatted(left, keys, StoreErrorText.where(target), why.key(), why.code()));
        }
        SdkException request = why.request().get();
        return new StoreException(
                "%s; %d of %d objects could not be deleted, the first one %s: %s"
                        .formatted(
                                StoreErrorText.explain(request, target).getMessage(),
                                left,
                                keys,
                                why.key(),
                                why.code()),
                request);
    }
}
