package dev.weft.calibrate;

import dev.weft.plan.KeyPrefixes;
import dev.weft.store.Bucket;
import dev.weft.store.ObjectKey;
import dev.weft.store.StoreException;
import dev.weft.store.UncheckedStoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Names and deletes the objects of a calibration: `weft/<run>/calibration/<number>-upload`.
public record CalibrationKeys(String runId) {
    private static final String OBJECT_NAME = "upload";
    private static final Pattern OWN_NAME = Pattern.compile("\\d{8}-" + OBJECT_NAME);

    /// Returns the common prefix of the keys, with a trailing slash.
    public String prefix() {
        return new KeyPrefixes(runId).calibration();
    }

    /// Returns the key of one object.
    ///
    /// @param number from 0
    String key(int number) {
        return ObjectKey.of(prefix(), number, OBJECT_NAME);
    }

    private boolean isOwn(String key) {
        return key.startsWith(prefix())
                && OWN_NAME.matcher(key.substring(prefix().length())).matches();
    }

    /// Deletes the objects of a completed or failed calibration. Deletes only objects below the
    /// prefix whose names match the pattern.
    ///
    /// @throws StoreException if the bucket cannot be listed or an object cannot be deleted
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
