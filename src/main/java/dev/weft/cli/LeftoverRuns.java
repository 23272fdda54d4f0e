package dev.weft.cli;

import dev.weft.plan.KeyPrefixes;
import dev.weft.plan.RequestCounts;
import dev.weft.store.Bucket;
import dev.weft.store.ListedObject;
import dev.weft.store.StoreException;
import dev.weft.store.UncheckedStoreException;
import dev.weft.store.VersionedBucket;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Finds and deletes objects that runs left in a bucket. Works in constant memory for any number of
/// objects.
///
/// @param bucket bucket of the objects
/// @param listing lists the objects below a prefix
/// @param unit unit of the listing: object, or version
record LeftoverRuns(Bucket bucket, Function<String, Iterator<ListedObject>> listing, String unit) {
    /// Returns the leftovers of a bucket without versions.
    static LeftoverRuns objects(Bucket bucket) {
        return new LeftoverRuns(bucket, bucket::list, "object");
    }

    /// Returns the leftovers of a bucket with versions, including hidden versions and delete
    /// markers.
    static LeftoverRuns versions(VersionedBucket bucket) {
        return new LeftoverRuns(bucket, bucket::versions, "version");
    }

    /// Objects of runs in a bucket.
    ///
    /// @param runs runs in the order of their names, which is the order of their start
    /// @param foreign number of objects below `weft/` that belong to no run
    record Found(List<LeftoverRun> runs, long foreign) {
        Found {
            runs = List.copyOf(runs);
        }
    }

    /// Counts the objects.
    ///
    /// @param only requested run; empty for all runs
    /// @throws StoreException if the bucket cannot be listed
    Found find(Optional<String> only) throws StoreException {
        TreeMap<String, LeftoverRun> runs = new TreeMap<>();
        long foreign = 0;
        try {
            Iterator<ListedObject> objects =
                    listing.apply(
                            only.map(run -> new KeyPrefixes(run).all()).orElse(KeyPrefixes.ROOT));
            while (objects.hasNext()) {
                ListedObject object = objects.next();
                Optional<String> run = LeftoverRun.runOf(object);
                if (run.isEmpty()) {
                    foreign++;
                } else {
                    runs.compute(
                            run.get(),
                            (name, found) ->
                                    found == null
                                            ? LeftoverRun.of(name, object)
                                            : found.and(object));
                }
            }
        } catch (UncheckedStoreException e) {
            throw e.getCause();
        }
        return new Found(List.copyOf(runs.values()), foreign);
    }

    /// Deletes the counted objects of a run, without objects that were written later.
    ///
    /// @return reason of the first failed deletion as one sentence; empty if there is none
    Optional<String> delete(LeftoverRun run) {
        Optional<String> refusal = Optional.empty();
        List<String> keys = new ArrayList<>();
        try {
            Iterator<ListedObject> objects = listing.apply(run.prefix());
            while (objects.hasNext()) {
                ListedObject object = objects.next();
                if (run.holds(object)) {
                    keys.add(object.key());
                }
                if (keys.size() == RequestCounts.MOST_KEYS || !objects.hasNext()) {
                    Optional<String> failed = delete(keys);
                    refusal = refusal.or(() -> failed);
                    keys.clear();
                }
            }
        } catch (UncheckedStoreException e) {
            return refusal.or(() -> Optional.of(String.valueOf(e.getMessage())));
        }
        return refusal;
    }

    private Optional<String> delete(List<String> keys) {
        try {
            bucket.delete(keys);
            return Optional.empty();
        } catch (StoreException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /// Returns the number of remaining objects of a run.
    ///
    /// @throws StoreException if the bucket cannot be listed
    long left(LeftoverRun run) throws StoreException {
        long left = 0;
        try {
            Iterator<ListedObject> objects = listing.apply(run.prefix());
            while (objects.hasNext()) {
                left += run.holds(objects.next()) ? 1 : 0;
            }
        } catch (UncheckedStoreException e) {
            throw e.getCause();
        }
        return left;
    }
}
