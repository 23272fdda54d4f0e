package dev.weft.server;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/// The sorted index of a bucket's objects. Holds each of their bodies.
final class BucketIndex {
    private final String name;
    private final Instant created;
    private final MemoryBudget indexMemory;
    private final ConcurrentSkipListMap<String, StoredObject> objects =
            new ConcurrentSkipListMap<>(KeyOrder::compare);

    BucketIndex(String name, Instant created, MemoryBudget indexMemory) {
        this.name = name;
        this.created = created;
        this.indexMemory = indexMemory;
    }

    String name() {
        return name;
    }

    Instant created() {
        return created;
    }

    /// Adds or replaces an object and takes over its body; lets go of the body where there is no
    /// room for the entry.
    void put(StoredObject object) {
        if (!indexMemory.tryReserve(object.indexBytes())) {
            object.body().release();
            throw S3Errors.indexFull();
        }
        Optional.ofNullable(objects.put(object.key(), object)).ifPresent(this::forget);
    }

    Optional<StoredObject> find(String key) {
        return Optional.ofNullable(objects.get(key));
    }

    /// Finds an object and holds its body: the caller must let go of it.
    Optional<StoredObject> hold(String key) {
        Optional<StoredObject> found = find(key);
        while (found.isPresent() && !found.get().body().tryHold()) {
            // It was replaced or removed in between.
            found = find(key);
        }
        return found;
    }

    void remove(String key) {
        Optional.ofNullable(objects.remove(key)).ifPresent(this::forget);
    }

    ListingPage page(ListingPage.Request request) {
        return ListingPager.page(objects, request);
    }

    boolean isEmpty() {
        return objects.isEmpty();
    }

    private void forget(StoredObject object) {
        indexMemory.release(object.indexBytes());
        object.body().release();
    }
}
