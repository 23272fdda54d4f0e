package dev.weft.server;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/// Sorted index of a bucket's objects. Holds their bodies.
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

    /// Adds or replaces an object and takes ownership of its body. Releases the body if there is no
    /// space for the entry.
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

    /// Finds an object and holds its body. The caller must release the body.
    Optional<StoredObject> hold(String key) {
        Optional<StoredObject> found = find(key);
        while (found.isPresent() && !found.get().body().tryHold()) {
            // Another thread replaced or removed the object.
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
