package dev.weft.run;

import dev.weft.plan.VerifyLevel;
import dev.weft.store.Bucket;
import dev.weft.store.StoreException;
import dev.weft.store.UncheckedStoreException;
import java.util.ArrayList;
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
    /// How many requests for single objects are made at once: what the bucket's client should have
    /// connections for.
    public static final int CONNECTIONS = 16;

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
    /// @param level how closely; [VerifyLevel#NONE] is nothing to ask here
    /// @param abandoned asked between objects; once it is true the rest is not looked at, and the
    ///   result is empty
    public static Optional<Verification> of(
            Bucket bucket,
            ArchiveManifest manifest,
            String prefix,
            VerifyLevel level,
            BooleanSupplier abandoned)
            throws StoreException {
        try (ObjectQueries queries = new ObjectQueries(CONNECTIONS, abandoned)) {
            return new ListingCheck(bucket, manifest, prefix, level, queries).run(abandoned);
        } catch (UncheckedStoreException e) {
            throw e.getCause();
        }
    }
}
