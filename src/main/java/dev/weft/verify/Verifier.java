package dev.weft.verify;

import dev.weft.plan.EntityTag;
import dev.weft.plan.RequestCounts;
import dev.weft.plan.VerifyLevel;
import dev.weft.store.Bucket;
import dev.weft.store.ContentFingerprint;
import dev.weft.store.ListedObject;
import dev.weft.store.StoreException;
import dev.weft.store.UncheckedStoreException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/// Compares a listing with a manifest, once. Queries the bucket, for many objects at once, where
/// the listing lacks the needed data.
public final class Verifier {
    /// Number of concurrent requests for single objects. The client of the bucket should have as
    /// many connections.
    public static final int CONNECTIONS = 16;

    private final Bucket bucket;
    private final VerifyLevel level;
    private final ObjectQueries queries;
    private final String prefix;
    private final Map<String, ArchiveManifest.Entry> unlisted = new LinkedHashMap<>();
    private final List<Candidate> undecided = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();
    private int matching;

    /// An object that needs a query.
    private record Candidate(String key, ArchiveManifest.Entry entry) {}

    Verifier(
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
        manifest.entries()
                .forEach(entry -> unlisted.put(ArchiveManifest.key(prefix, entry), entry));
    }

    /// Lists the bucket and compares the objects with the manifest. The listing may have any order,
    /// because some servers do not sort keys.
    ///
    /// @param level how closely to compare; other than [VerifyLevel#NONE]
    /// @param abandoned checked between objects; once true, the check ends with an empty result
    public static Optional<Verification> verify(
            Bucket bucket,
            ArchiveManifest manifest,
            String prefix,
            VerifyLevel level,
            BooleanSupplier abandoned)
            throws StoreException {
        try (ObjectQueries queries = new ObjectQueries(CONNECTIONS, abandoned)) {
            return new Verifier(bucket, manifest, prefix, level, queries).run(abandoned);
        } catch (UncheckedStoreException e) {
            throw e.getCause();
        }
    }

    private Optional<Verification> run(BooleanSupplier abandoned) throws StoreException {
        Iterator<ListedObject> listing = bucket.list(prefix);
        while (listing.hasNext()) {
            if (abandoned.getAsBoolean()) {
                return Optional.empty();
            }
            classify(listing.next());
            if (undecided.size() == RequestCounts.MOST_KEYS) {
                queryUndecided();
            }
        }
        queryUndecided();
        return abandoned.getAsBoolean()
                ? Optional.empty()
                : Optional.of(
                        new Verification(
                                matching, List.copyOf(unlisted.keySet()), wrong, unexpected));
    }

    private void classify(ListedObject object) {
        Optional<ArchiveManifest.Entry> entry = Optional.ofNullable(unlisted.remove(object.key()));
        if (entry.isEmpty()) {
            unexpected.add(object.key());
        } else if (!mayMatch(object, entry.get())) {
            wrong.add(object.key());
        } else if (isProvenMatch(object, entry.get())) {
            matching++;
        } else {
            undecided.add(new Candidate(object.key(), entry.get()));
        }
    }

    /// Whether the listing allows a match. A broken entry must have no object. Level `CONTENT`
    /// reads the object, so it accepts a listing without sizes.
    private boolean mayMatch(ListedObject object, ArchiveManifest.Entry entry) {
        boolean sizeUnknown = object.size().isEmpty() && level == VerifyLevel.CONTENT;
        return entry.md5().isPresent()
                && (sizeUnknown || object.size().equals(OptionalLong.of(entry.size())));
    }

    /// Whether the listing proves a match. The ETag is the MD5 unless the server encrypts; the
    /// embedded server puts the CRC-32 there.
    private boolean isProvenMatch(ListedObject object, ArchiveManifest.Entry entry) {
        return switch (level) {
            case NONE, CONTENT -> false;
            case LIST -> true;
            case CHECKSUM ->
                    entry.md5().equals(Optional.of(object.entityTag()))
                            || object.entityTag().equals(EntityTag.ofCrc32(entry.crc32()));
        };
    }

    private void queryUndecided() throws StoreException {
        List<Boolean> answers = queries.ask(undecided, this::matches);
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i)) {
                matching++;
            } else {
                wrong.add(undecided.get(i).key());
            }
        }
        undecided.clear();
    }

    private boolean matches(Candidate candidate) throws StoreException {
        ArchiveManifest.Entry entry = candidate.entry();
        return switch (level) {
            case NONE, LIST -> false;
            case CHECKSUM -> bucket.crc32(candidate.key()).equals(Optional.of(entry.crc32()));
            case CONTENT ->
                    bucket.read(candidate.key())
                            .equals(
                                    Optional.of(
                                            new ContentFingerprint(entry.size(), entry.crc32())));
        };
    }
}
