package dev.weft.server;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import org.gaul.s3proxy.blobstore.S3Exceptions;

/// Buckets of a server by name.
final class Buckets {
    /// Largest key of S3, in bytes of UTF-8.
    static final int LONGEST_KEY_BYTES = 1024;

    private final ConcurrentSkipListMap<String, BucketIndex> buckets =
            new ConcurrentSkipListMap<>();
    private final MemoryBudget indexMemory;
    private final InstantSource clock;

    Buckets(MemoryBudget indexMemory, InstantSource clock) {
        this.indexMemory = indexMemory;
        this.clock = clock;
    }

    void create(String name) {
        BucketIndex bucket = new BucketIndex(name, clock.instant(), indexMemory);
        if (buckets.putIfAbsent(name, bucket) != null) {
            throw S3Exceptions.bucketAlreadyOwnedByYou(name);
        }
    }

    void delete(String name) {
        if (!find(name).isEmpty()) {
            throw S3Exceptions.bucketNotEmpty(name);
        }
        buckets.remove(name);
    }

    boolean has(String name) {
        return buckets.containsKey(name);
    }

    /// Returns a bucket.
    ///
    /// @throws software.amazon.awssdk.services.s3.model.NoSuchBucketException if it is missing
    BucketIndex find(String name) {
        BucketIndex bucket = buckets.get(name);
        if (bucket == null) {
            throw S3Exceptions.noSuchBucket(name, "it was never created");
        }
        return bucket;
    }

    /// Adds an object. Releases its body if the bucket is missing or the key is too long.
    void put(String bucket, StoredObject object) {
        targetOf(bucket, object).put(object);
    }

    private BucketIndex targetOf(String bucket, StoredObject object) {
        try {
            checkKey(object.key());
            return find(bucket);
        } catch (RuntimeException e) {
            object.body().release();
            throw e;
        }
    }

    List<BucketIndex> all() {
        return List.copyOf(buckets.values());
    }

    static void checkKey(String key) {
        if (key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY_BYTES) {
            throw S3Errors.keyTooLong(LONGEST_KEY_BYTES);
        }
    }
}
