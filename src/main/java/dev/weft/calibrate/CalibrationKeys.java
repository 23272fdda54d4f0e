package dev.weft.calibrate;

import dev.weft.plan.KeyPrefixes;
import dev.weft.store.Bucket;
import dev.weft.store.ObjectKey;
import dev.weft.store.StoreException;
import dev.weft.store.UncheckedStoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// How the objects of a run's calibration are named: `weft/<run>/calibration/<number>-upload`.
public record CalibrationKeys(String runId) {
    private static final String NAME = "upload";
    private static final Pattern OWN = Pattern.compile("\\d{8}-" + NAME);

    public CalibrationKeys {
        Objects.requireNonNull(runId);
    }

    /// What every key begins with, a slash at its end.
    public String prefix() {
        return new KeyPrefixes(runId).calibration();
    }

    /// The key of one object.
    ///
    /// @param number from 0
    String key(int number) {
        return ObjectKey.of(prefix(), number, NAME);
    }

    private boolean isOwn(String key) {
        return key.startsWith(prefix()) && OWN.matcher(key.substring(prefix().length())).matches();
    }

    /// Deletes what the calibration left, also where it failed: the objects below its prefix whose
    /// names are its own, and no others.
    ///
    /// @throws StoreException when the bucket cannot be listed, or keys are left
    public void deleteFrom(Bucket bucket) throws StoreException {
        List<String> own = new ArrayList<>();
        try {
            bucket.list(prefix())
                    .forEachRemaining(
                            object -> {
                                if (isOwn(object.key())) {
                                    own.add(object.key());
                                }
                            });
        } catch (UncheckedStoreException e) {
            throw e.getCause();
        }
        bucket.delete(own);
    }
}
