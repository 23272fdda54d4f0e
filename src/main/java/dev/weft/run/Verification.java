package dev.weft.run;

import dev.weft.store.Bucket;
import dev.weft.store.StoreException;
import dev.weft.store.StoredObject;
import dev.weft.store.UncheckedStoreException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
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

    /// Reads the listing back and holds it against the manifest, in one walk over both: they have
    /// the same order.
    ///
    /// @param abandoned asked between objects; once it is true the rest is not looked at, and the
    ///   result is empty
    public static Optional<Verification> of(
            Bucket bucket, Manifest manifest, String prefix, BooleanSupplier abandoned)
            throws StoreException {
        try {
            return new Walk(bucket, prefix).verify(manifest, abandoned);
        } catch (UncheckedStoreException e) {
            throw new StoreException(String.valueOf(e.getMessage()), e);
        }
    }

    private static final class Walk {
        private final Bucket bucket;
        private final String prefix;
        private final Iterator<StoredObject> listing;
        private Optional<StoredObject> head = Optional.empty();
        private final List<String> missing = new ArrayList<>();
        private final List<String> wrong = new ArrayList<>();
        private final List<String> unexpected = new ArrayList<>();
        private int matching;

        Walk(Bucket bucket, String prefix) {
            this.bucket = bucket;
            this.prefix = prefix;
            this.listing = bucket.list(prefix);
        }

        Optional<Verification> verify(Manifest manifest, BooleanSupplier abandoned)
                throws StoreException {
            advance();
            for (Manifest.Entry entry : manifest.entries()) {
                if (abandoned.getAsBoolean()) {
                    return Optional.empty();
                }
                match(Manifest.key(prefix, entry), entry);
            }
            while (head.isPresent()) {
                takeUnexpected();
            }
            return Optional.of(new Verification(matching, missing, wrong, unexpected));
        }

        private void match(String key, Manifest.Entry entry) throws StoreException {
            while (head.isPresent() && order(head.get().key(), key) < 0) {
                takeUnexpected();
            }
            if (head.isEmpty() || !head.get().key().equals(key)) {
                missing.add(key);
            } else {
                if (same(head.get(), entry)) {
                    matching++;
                } else {
                    wrong.add(key);
                }
                advance();
            }
        }

        /// The entity tag is the MD5 unless the server encrypts; where it is not, the CRC-32 that
        /// it keeps decides.
        private boolean same(StoredObject object, Manifest.Entry entry) throws StoreException {
            if (object.size() != entry.size() || entry.md5().isEmpty()) {
                return false;
            }
            if (object.entityTag().equals(entry.md5().get())) {
                return true;
            }
            Optional<Long> kept = bucket.crc32(object.key());
            return kept.isPresent() && kept.get() == entry.crc32();
        }

        private void takeUnexpected() {
            head.ifPresent(object -> unexpected.add(object.key()));
            advance();
        }

        private void advance() {
            head = listing.hasNext() ? Optional.of(listing.next()) : Optional.empty();
        }

        /// Buckets list in the order of UTF-8 bytes, which is not quite that of Java's strings.
        private static int order(String left, String right) {
            return Arrays.compareUnsigned(
                    left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
        }
    }
}
