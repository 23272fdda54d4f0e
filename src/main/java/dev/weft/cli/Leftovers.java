package dev.weft.cli;

import dev.weft.plan.Prefixes;
import dev.weft.plan.Requests;
import dev.weft.store.Bucket;
import dev.weft.store.StoreException;
import dev.weft.store.StoredObject;
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
record Leftovers(Bucket bucket, Function<String, Iterator<StoredObject>> listing, String unit) {
    /// The objects of a bucket.
    static Leftovers objects(Bucket bucket) {
        return new Leftovers(bucket, bucket::list, "object");
    }

    /// The versions of a bucket that keeps them, also those that a deletion hides, and the markers
    /// of deletions.
    static Leftovers versions(VersionedBucket bucket) {
        return new Leftovers(bucket, bucket::versions, "version");
    }

    /// What was found.
    ///
    /// @param runs in the order of their names, which is that of their beginnings
    /// @param foreign how much below `weft/` belongs to no run
    record Found(List<Leftover> runs, long foreign) {
        Found {
            runs = List.copyOf(runs);
        }
    }

    /// Counts what is there.
    ///
    /// @param only the one run that is looked for; empty for all
    /// @throws StoreException when the bucket cannot be listed
    Found find(Optional<String> only) throws StoreException {
        TreeMap<String, Leftover> runs = new TreeMap<>();
        long foreign = 0;
        try {
            Iterator<StoredObject> objects =
                    listing.apply(only.map(run -> new Prefixes(run).all()).orElse(Prefixes.ROOT));
            while (objects.hasNext()) {
                StoredObject object = objects.next();
                Optional<String> run = Leftover.runOf(object);
                if (run.isEmpty()) {
                    foreign++;
                } else {
                    runs.compute(
                            run.get(),
                            (name, found) ->
                                    found == null ? Leftover.of(name, object) : found.and(object));
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
    Optional<String> delete(Leftover run) {
        Optional<String> refusal = Optional.empty();
        List<String> keys = new ArrayList<>();
        try {
            Iterator<StoredObject> objects = listing.apply(run.prefix());
            while (objects.hasNext()) {
                StoredObject object = objects.next();
                if (run.holds(object)) {
                    keys.add(object.key());
                }
                if (keys.size() == Requests.MOST_KEYS || !objects.hasNext()) {
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
    long left(Leftover run) throws StoreException {
        long left = 0;
        try {
            Iterator<StoredObject> objects = listing.apply(run.prefix());
            while (objects.hasNext()) {
                left += run.holds(objects.next()) ? 1 : 0;
            }
        } catch (UncheckedStoreException e) {
            throw e.getCause();
        }
        return left;
    }
}
