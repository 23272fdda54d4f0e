package dev.weft.run;

import dev.weft.plan.EntityTag;
import dev.weft.plan.RequestCounts;
import dev.weft.plan.VerifyLevel;
import dev.weft.store.Bucket;
import dev.weft.store.ContentFingerprint;
import dev.weft.store.StoreException;
import dev.weft.store.ListedObject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/// Holds a listing against a manifest, once. What the listing cannot tell of an object is asked of
/// the bucket, many objects at once.
final class ListingCheck {
    private final Bucket bucket;
    private final VerifyLevel level;
    private final ObjectQueries queries;
    private final String prefix;
    private final Map<String, ArchiveManifest.Entry> awaited = new LinkedHashMap<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();
    private int matching;

    /// An object that may be what the archive holds.
    private record Doubt(String key, ArchiveManifest.Entry entry) {}

    ListingCheck(
            Bucket bucket,
            ArchiveManifest manifest,
            String prefix,
            VerifyLevel level,
            ObjectQueries queries) {
        if (level == VerifyLevel.NONE) {
            throw new IllegalArgumentException("nothing was to be verified");
        }
        this.bucket = bucket;
        this.level = level;
        this.queries = queries;
        this.prefix = prefix;
        manifest.entries().forEach(entry -> awaited.put(ArchiveManifest.key(prefix, entry), entry));
    }

    Optional<Verification> run(BooleanSupplier abandoned) throws StoreException {
        Iterator<ListedObject> listing = bucket.list(prefix);
        while (listing.hasNext()) {
            if (abandoned.getAsBoolean()) {
                return Optional.empty();
            }
            take(listing.next());
            if (doubts.size() == RequestCounts.MOST_KEYS) {
                settle();
            }
        }
        settle();
        return abandoned.getAsBoolean()
                ? Optional.empty()
                : Optional.of(
                        new Verification(
                                matching, List.copyOf(awaited.keySet()), wrong, unexpected));
    }

    private void take(ListedObject object) {
        Optional<ArchiveManifest.Entry> entry = Optional.ofNullable(awaited.remove(object.key()));
        if (entry.isEmpty()) {
            unexpected.add(object.key());
        } else if (!canBe(object, entry.get())) {
            wrong.add(object.key());
        } else if (isSurely(object, entry.get())) {
            matching++;
        } else {
            doubts.add(new Doubt(object.key(), entry.get()));
        }
    }

    /// Nothing may be stored for what cannot be unzipped. Who gets the object needs nobody to tell
    /// its size.
    private boolean canBe(ListedObject object, ArchiveManifest.Entry entry) {
        boolean untold = object.size().isEmpty() && level == VerifyLevel.CONTENT;
        return entry.md5().isPresent()
                && (untold || object.size().equals(OptionalLong.of(entry.size())));
    }

    /// The entity tag is the MD5 unless the server encrypts. weft's own server puts the CRC-32
    /// there.
    private boolean isSurely(ListedObject object, ArchiveManifest.Entry entry) {
        return switch (level) {
            case NONE, CONTENT -> false;
            case LIST -> true;
            case CHECKSUM ->
                    entry.md5().equals(Optional.of(object.entityTag()))
                            || object.entityTag().equals(EntityTag.ofCrc32(entry.crc32()));
        };
    }

    private void settle() throws StoreException {
        List<Boolean> answers = queries.ask(doubts, this::isSame);
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i)) {
                matching++;
            } else {
                wrong.add(doubts.get(i).key());
            }
        }
        doubts.clear();
    }

    private boolean isSame(Doubt doubt) throws StoreException {
        ArchiveManifest.Entry entry = doubt.entry();
        return switch (level) {
            case NONE, LIST -> false;
            case CHECKSUM -> bucket.crc32(doubt.key()).equals(Optional.of(entry.crc32()));
            case CONTENT ->
                    bucket.read(doubt.key())
                            .equals(Optional.of(new ContentFingerprint(entry.size(), entry.crc32())));
        };
    }
}
