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

/// Deletes keys in batches, or one by one if XML cannot represent them. Used for one deletion.
///
/// A failed request does not stop the deletion of the other keys.
final class KeyDeletion {
    private final S3Client client;
    private final Target target;
    private int failed;
    private Optional<Failure> firstFailure = Optional.empty();

    /// First failure of the deletion.
    ///
    /// @param request exception of the failed request; empty if the server refused only the key
    private record Failure(String key, String code, Optional<SdkException> request) {}

    KeyDeletion(S3Client client, Target target) {
        this.client = client;
        this.target = target;
    }

    /// Number of requests that the deletion of these keys takes.
    static long requests(Collection<String> keys) {
        long single = keys.stream().filter(key -> !isValidInXml(key)).count();
        return single + Math.ceilDiv(keys.size() - single, RequestCounts.MOST_KEYS);
    }

    /// Deletes these keys.
    ///
    /// @throws StoreException if keys remain; all others are deleted first
    void delete(Collection<String> keys) throws StoreException {
        deleteVersions(
                keys.stream().map(key -> ObjectIdentifier.builder().key(key).build()).toList());
    }

    /// Deletes these versions. An entry without a version id deletes the object.
    ///
    /// @throws StoreException if versions remain; all others are deleted first
    void deleteVersions(List<ObjectIdentifier> versions) throws StoreException {
        List<ObjectIdentifier> batch = new ArrayList<>();
        for (ObjectIdentifier version : versions) {
            if (!isValidInXml(version.key())) {
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
        if (firstFailure.isPresent()) {
            throw exception(firstFailure.get(), versions.size());
        }
    }

    /// Number of keys or versions that could not be deleted.
    int left() {
        return failed;
    }

    /// Whether XML 1.0 allows every character of the key and preserves it when read back.
    private static boolean isValidInXml(String key) {
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
            addFailure(1, new Failure(version.key(), FailureClassifier.code(e), Optional.of(e)));
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
                addFailure(errors.size(), new Failure(error.key(), error.code(), Optional.empty()));
            }
        } catch (SdkException e) {
            addFailure(
                    batch.size(),
                    new Failure(batch.getFirst().key(), FailureClassifier.code(e), Optional.of(e)));
        }
    }

    private void addFailure(int keys, Failure why) {
        failed += keys;
        firstFailure = firstFailure.or(() -> Optional.of(why));
    }

    private StoreException exception(Failure why, int keys) {
        if (why.request().isEmpty()) {
            return new StoreException(
                    "%d of %d objects could not be deleted from %s, the first one %s: %s"
                            .formatted(
                                    failed,
                                    keys,
                                    StoreErrorText.where(target),
                                    why.key(),
                                    why.code()));
        }
        SdkException request = why.request().get();
        return new StoreException(
                "%s; %d of %d objects could not be deleted, the first one %s: %s"
                        .formatted(
                                StoreErrorText.explain(request, target).getMessage(),
                                failed,
                                keys,
                                why.key(),
                                why.code()),
                request);
    }
}
