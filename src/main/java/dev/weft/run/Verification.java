package dev.weft.run;

import dev.weft.store.Bucket;
import dev.weft.store.StoreException;
import dev.weft.store.StoredObject;
import dev.weft.store.UncheckedStoreException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/// What the bucket holds below a pass's own prefix, held against the archive.
///
/// @param matching objects that are what the archive holds
/// @param missing keys of the archive that are not there
/// @param wrong keys whose object has another size or checksum
/// @param unexpected keys that the pass did not write
public record Verification(
        int matching, List<String> missing, List<String> wrong, List<String> unexpected) {
    public Verification {
        missing = List.copyOf(missing);
        wrong = List.copyOf(wrong);
        unexpected = List.copyOf(unexpected);
    }

    /// Whether the bucket holds exactly the archive.
    public boolean complete() {
        return missing.isEmpty() && wrong.isEmpty() && unexpected.isEmpty();
    }

    /// What is amiss, in one sentence; empty where nothing is.
    public Optional<String> complaint() {
        if (complete()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        describe(parts, "missing", missing);
        describe(parts, "not what was sent", wrong);
        describe(parts, "unexpected", unexpected);
        return Optional.of("in the bucket: " + String.join("; ", parts));
    }

    private static void describe(List<String> parts, String what, List<String> keys) {
        if (!keys.isEmpty()) {
            parts.add("%d %s, first %s".formatted(keys.size(), what, keys.getFirst()));
        }
    }

    /// Reads the listing back and holds it against the manifest. The listing may have any order:
    /// not every bucket sorts its keys.
    ///
    /// @param abandoned asked between objects; once it is true the rest is not looked at, and the
    ///   result is empty
    public static Optional<Verification> of(
            Bucket bucket, Manifest manifest, String prefix, BooleanSupplier abandoned)
            throws StoreException {
        try {
            return new Comparison(bucket, manifest, prefix).run(abandoned);
        } catch (UncheckedStoreException e) {
            throw new StoreException(String.valueOf(e.getMessage()), e);
        }
    }

    private static final class Comparison {
        private final Bucket bucket;
        private final String prefix;
        private final Map<String, Manifest.Entry> awaited = new LinkedHashMap<>();
        private final List<String> wrong = new ArrayList<>();
        private final List<String> unexpected = new ArrayList<>();
        private int matching;

        Comparison(Bucket bucket, Manifest manifest, String prefix) {
            this.bucket = bucket;
            this.prefix = prefix;
            manifest.entries().forEach(entry -> awaited.put(Manifest.key(prefix, entry), entry));
        }

        Optional<Verification> run(BooleanSupplier abandoned) throws StoreException {
            Iterator<StoredObject> listing = bucket.list(prefix);
            while (listing.hasNext()) {
                if (abandoned.getAsBoolean()) {
                    return Optional.empty();
                }
                take(listing.next());
            }
            return Optional.of(
                    new Verification(matching, List.copyOf(awaited.keySet()), wrong, unexpected));
        }

        private void take(StoredObject object) throws StoreException {
            Optional<Manifest.Entry> entry = Optional.ofNullable(awaited.remove(object.key()));
            if (entry.isEmpty()) {
                unexpected.add(object.key());
            } else if (same(object, entry.get())) {
                matching++;
            } else {
                wrong.add(object.key());
            }
        }

        /// The entity tag is the MD5 unless the server encrypts; where it is not, the CRC-32 that
        /// it keeps decides.
        private boolean same(StoredObject object, Manifest.Entry entry) throws StoreException {
            if (!object.size().equals(OptionalLong.of(entry.size())) || entry.md5().isEmpty()) {
                return false;
            }
            if (object.entityTag().equals(entry.md5().get())) {
                return true;
            }
            Optional<Long> kept = bucket.crc32(object.key());
            return kept.isPresent() && kept.get() == entry.crc32();
        }
    }
}
