package dev.weft.verify;

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

/// Verifies and deletes the objects that passes leave in the bucket. Failures here are warnings,
/// because the pass is already measured.
///
/// @param manifests manifest of every archive in the plan
/// @param verify how closely to compare the bucket with the archive
/// @param kept whether the objects of measured passes stay in the bucket
/// @param warnings receives one sentence per warning
public record PassObjects(
        Bucket bucket,
        Map<Path, ArchiveManifest> manifests,
        VerifyLevel verify,
        boolean kept,
        Consumer<String> warnings) {
    public PassObjects {
        manifests = Map.copyOf(manifests);
    }

    /// Verifies the objects of a pass.
    ///
    /// @param abandoned checked between objects; once true, the verification ends
    public VerificationResult readBack(PassSpec pass, BooleanSupplier abandoned) {
        if (verify == VerifyLevel.NONE) {
            return new VerificationResult.Omitted();
        }
        try {
            return Verifier.verify(bucket, manifest(pass), pass.prefix(), verify, abandoned)
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

    /// Deletes the objects of a pass. Objects of measured passes stay if [#kept] is set.
    public void delete(PassSpec pass) {
        if (kept && pass.phase() != Phase.WARMUP) {
            return;
        }
        try {
            bucket.delete(uploadedKeys(pass));
        } catch (StoreException | RuntimeException e) {
            warnings.accept(
                    "objects below %s are still in the bucket: %s"
                            .formatted(pass.prefix(), e.getMessage()));
        }
    }

    /// Existing objects of the pass. Deleting a missing key would add a delete marker in a bucket
    /// with versioning; objects of other programs must stay.
    private List<String> uploadedKeys(PassSpec pass) {
        List<String> uploaded = new ArrayList<>();
        for (String prefix : pass.prefixes()) {
            Set<String> keys = Set.copyOf(manifest(pass).keys(prefix));
            bucket.list(prefix)
                    .forEachRemaining(
                            object -> {
                                if (keys.contains(object.key())) {
                                    uploaded.add(object.key());
                                }
                            });
        }
        return uploaded;
    }

    private ArchiveManifest manifest(PassSpec pass) {
        ArchiveManifest manifest = manifests.get(pass.archive());
        if (manifest == null) {
            throw new IllegalStateException("no manifest of " + pass.archive());
        }
        return manifest;
    }
}
