package dev.weft.server;

import dev.weft.plan.KeyPrefixes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The parts of an object's key that faults depend on.
///
/// @param use purpose of the upload
/// @param prefix prefix with a common rate limit: the part before the item in weft's keys,
///   otherwise the part up to the last slash
/// @param item part that is equal in every run, trial and pass: the part after the pass in weft's
///   keys, otherwise the whole key
record UploadKey(Use use, String prefix, String item) {
    private static final Pattern OF_WEFT =
            Pattern.compile("(" + KeyPrefixes.ROOT + "[^/]+/)([^/]+)/(.*)", Pattern.DOTALL);

    /// Purpose of an upload.
    enum Use {
        /// Warm-up of the server, or of a trial's JVM without latency.
        WARM_UP,
        /// Calibration.
        CALIBRATION,
        /// Any other upload.
        ITEM
    }

    /// Parses a key: `weft/<run>/<trial>/<pass>/<item>`, `weft/<run>/server/...`,
    /// `weft/<run>/calibration/...`, or any other form.
    static UploadKey of(String key) {
        Matcher parts = OF_WEFT.matcher(key);
        if (!parts.matches()) {
            return other(key);
        }
        String below = parts.group(1) + parts.group(2) + "/";
        String rest = parts.group(3);
        return switch (parts.group(2)) {
            case KeyPrefixes.SERVER -> new UploadKey(Use.WARM_UP, below, rest);
            case KeyPrefixes.CALIBRATION -> new UploadKey(Use.CALIBRATION, below, rest);
            default -> {
                if (KeyPrefixes.isUndelayed(key)) {
                    yield new UploadKey(Use.WARM_UP, below, rest);
                }
                int slash = rest.indexOf('/');
                yield slash < 0
                        ? other(key)
                        : new UploadKey(
                                Use.ITEM,
                                below + rest.substring(0, slash + 1),
                                rest.substring(slash + 1));
            }
        };
    }

    private static UploadKey other(String key) {
        return new UploadKey(Use.ITEM, key.substring(0, key.lastIndexOf('/') + 1), key);
    }

    /// Returns the block of its trial; 0 outside of a pass.
    int block() {
        return KeyPrefixes.block(prefix);
    }

    /// Returns the key of one part of the object.
    UploadKey part(String number) {
        return new UploadKey(use, prefix, item + "?partNumber=" + number);
    }
}
