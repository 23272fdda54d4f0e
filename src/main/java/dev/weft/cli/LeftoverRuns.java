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

/// What runs left in a bucket. Objects are counted and deleted as they are listed: they are never
/// held, however many there are.
///
/// @param bucket that deletes them
/// @param listing of what is below a prefix
/// @param unit what a listing has a line of: object, or version
record LeftoverRuns(Bucket bucket, Function<String, Iterator<ListedObject>> listing, String unit) {
    /// The objects of a bucket.
    static LeftoverRuns objects(Bucket bucket) {
        return new LeftoverRuns(bucket, bucket::list, "object");
    }

    /// The versions of a bucket that keeps them, also those that a deletion hides, and the markers
    /// of deletions.
    static LeftoverRuns versions(VersionedBucket bucket) {
        return new LeftoverRuns(bucket, bucket::versions, "version");
    }

    /// What was found.
    ///
    /// @param runs in the order of their names, which is that of their beginnings
    /// @param foreign how much below `weft/` belongs to no run
    record Found(List<LeftoverRun> runs, long foreign) {
        Found {
            runs = List.copyOf(runs);
        }
    }

    /// Counts what is there.
    ///
    /// @param only the one run that is looked for; empty for all
    /// @throws StoreException when the bucket cannot be listed
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

    /// Deletes what a run left, and nothing that was written since that was counted.
    ///
    /// @return why some are still there, in one sentence; empty where none are
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

    /// How much of a run is still there.
    ///
    /// @throws StoreException when the bucket cannot be listed
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
