package dev.weft.store;

import com.google.common.base.Strings;
import com.google.common.collect.Iterators;
import dev.weft.plan.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/// A bucket with versioning. Deletes all versions and delete markers of a key. Without permission
/// to do so, it deletes only the objects and counts the versions that remain.
///
/// Use it only for keys that no other program writes, because it deletes every version.
public final class VersionedBucket implements Bucket {
    private final Bucket bucket;
    private final S3Client client;
    private final Target target;
    private long remaining;
    private Optional<String> reason = Optional.empty();

    VersionedBucket(Bucket bucket, S3Client client, Target target) {
        this.bucket = bucket;
        this.client = client;
        this.target = target;
    }

    @Override
    public void check() throws StoreException {
        bucket.check();
    }

    @Override
    public Iterator<ListedObject> list(String prefix) {
        return bucket.list(prefix);
    }

    @Override
    public Optional<Long> crc32(String key) throws StoreException {
        return bucket.crc32(key);
    }

    @Override
    public Optional<ContentFingerprint> read(String key) throws StoreException {
        return bucket.read(key);
    }

    /// Lists every version and delete marker below a prefix, page by page. A key occurs once per
    /// version or marker. The iterator throws [UncheckedStoreException].
    public Iterator<ListedObject> versions(String prefix) {
        Iterator<ListObjectVersionsResponse> pages = pages(prefix).iterator();
        return Iterators.concat(
                new Iterator<Iterator<ListedObject>>() {
                    @Override
                    public boolean hasNext() {
                        return pages.hasNext();
                    }

                    @Override
                    public Iterator<ListedObject> next() {
                        try {
                            return listedObjects(pages.next());
                        } catch (SdkException e) {
                            throw new UncheckedStoreException(StoreErrorText.explain(e, target));
                        }
                    }
                });
    }

    private static Iterator<ListedObject> listedObjects(ListObjectVersionsResponse page) {
        Stream<ListedObject> versions =
                page.versions().stream()
                        .map(
                                version ->
                                        new ListedObject(
                                                version.key(),
                                                version.size() == null
                                                        ? OptionalLong.empty()
                                                        : OptionalLong.of(version.size()),
                                                "",
                                                Optional.ofNullable(version.lastModified())));
        Stream<ListedObject> markers =
                page.deleteMarkers().stream()
                        .map(
                                marker ->
                                        new ListedObject(
                                                marker.key(),
                                                OptionalLong.empty(),
                                                "",
                                                Optional.ofNullable(marker.lastModified())));
        return Stream.concat(versions, markers).iterator();
    }

    @Override
    public void delete(Collection<String> keys) throws StoreException {
        if (keys.isEmpty()) {
            return;
        }
        KeyDeletion deletion = new KeyDeletion(client, target);
        try {
            deletion.deleteVersions(identifiers(Set.copyOf(keys)));
        } catch (SdkException e) {
            recordLeft(keys.size(), String.valueOf(StoreErrorText.explain(e, target).getMessage()));
            new KeyDeletion(client, target).delete(keys);
        } catch (StoreException e) {
            recordLeft(deletion.left(), String.valueOf(e.getMessage()));
            new KeyDeletion(client, target).delete(keysWithObject(Set.copyOf(keys)));
        }
    }

    private void recordLeft(int versions, String cause) {
        remaining += versions;
        reason = reason.or(() -> Optional.of(cause));
    }

    /// Every version and delete marker of these keys.
    private List<ObjectIdentifier> identifiers(Set<String> keys) {
        List<ObjectIdentifier> versions = new ArrayList<>();
        for (ListObjectVersionsResponse page : pages(commonPrefix(keys))) {
            page.versions().stream()
                    .filter(version -> keys.contains(version.key()))
                    .forEach(
                            version ->
                                    versions.add(identifier(version.key(), version.versionId())));
            page.deleteMarkers().stream()
                    .filter(marker -> keys.contains(marker.key()))
                    .forEach(marker -> versions.add(identifier(marker.key(), marker.versionId())));
        }
        return versions;
    }

    /// Keys that still have a current object. Deleting any other key would only add a delete
    /// marker.
    private Set<String> keysWithObject(Set<String> keys) throws StoreException {
        try {
            return pages(commonPrefix(keys)).stream()
                    .flatMap(page -> page.versions().stream())
                    .filter(version -> keys.contains(version.key()))
                    .filter(version -> !Boolean.FALSE.equals(version.isLatest()))
                    .map(ObjectVersion::key)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        } catch (SdkException e) {
            throw StoreErrorText.explain(e, target);
        }
    }

    private SdkIterable<ListObjectVersionsResponse> pages(String prefix) {
        return client.listObjectVersionsPaginator(
                list -> list.bucket(target.bucket()).prefix(prefix).encodingType(EncodingType.URL));
    }

    private static ObjectIdentifier identifier(String key, String versionId) {
        return ObjectIdentifier.builder().key(key).versionId(versionId).build();
    }

    private static String commonPrefix(Set<String> keys) {
        return Strings.commonPrefix(Collections.min(keys), Collections.max(keys));
    }

    /// Number of versions that could not be deleted, at least.
    public long left() {
        return remaining;
    }

    /// Why versions remain; empty if none do.
    public Optional<String> reason() {
        return reason;
    }

    @Override
    public void close() {
        bucket.close();
    }
}
