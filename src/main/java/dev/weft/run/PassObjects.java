package dev.weft.run;

import dev.weft.plan.PassSpec;
import dev.weft.plan.Phase;
import dev.weft.plan.VerifyLevel;
import dev.weft.store.Bucket;
import dev.weft.store.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// What passes leave in the bucket: reads it back, and deletes it. Whatever goes wrong here, the
/// pass is measured, so that it is no more than worth a warning.
///
/// @param manifests of every archive that passes name
/// @param verify how closely the bucket is read back
/// @param kept whether the objects of measured passes stay there
/// @param warnings get a sentence each
record PassObjects(
        Bucket bucket,
        Map<Path, ArchiveManifest> manifests,
        VerifyLevel verify,
        boolean kept,
        Consumer<String> warnings) {
    PassObjects {
        manifests = Map.copyOf(manifests);
    }

    /// Reads back what a pass uploaded.
    ///
    /// @param abandoned asked now and then; once it is true the rest is not looked at
    VerificationResult readBack(PassSpec pass, BooleanSupplier abandoned) {
        if (verify == VerifyLevel.NONE) {
            return new VerificationResult.Omitted();
        }
        try {
            return Verification.of(bucket, manifest(pass), pass.prefix(), verify, abandoned)
                    .<VerificationResult>map(VerificationResult.Done::new)
                    .orElseGet(VerificationResult.Abandoned::new);
        } catch (StoreException e) {
            return impossible(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return impossible(e.toString());
        }
    }

    private VerificationResult impossible(String why) {
        String reason = "the bucket could not be read back: " + why;
        warnings.accept(reason);
        return new VerificationResult.Impossible(reason);
    }

    /// Deletes what a pass uploaded, unless it is to stay. What a warm-up uploaded never does.
    void delete(PassSpec pass) {
        if (kept && pass.phase() != Phase.WARMUP) {
            return;
        }
        try {
            bucket.delete(own(pass));
        } catch (StoreException | RuntimeException e) {
            warnings.accept(
                    "objects below %s are still in the bucket: %s"
                            .formatted(pass.prefix(), e.getMessage()));
        }
    }

    /// The objects of the pass that are there. To delete one that never was would leave a marker in
    /// a bucket that keeps versions; one that the pass did not write is not ours to delete.
    private List<String> own(PassSpec pass) {
        List<String> own = new ArrayList<>();
        for (String prefix : pass.prefixes()) {
            Set<String> keys = Set.copyOf(manifest(pass).keys(prefix));
            bucket.list(prefix)
                    .forEachRemaining(
                            object -> {
                                if (keys.contains(object.key())) {
                                    own.add(object.key());
                                }
                            });
        }
        return own;
    }

    private ArchiveManifest manifest(PassSpec pass) {
        ArchiveManifest manifest = manifests.get(pass.archive());
        if (manifest == null) {
            throw new IllegalStateException("no manifest of " + pass.archive());
        }
        return manifest;
    }
}
