package dev.weft.server;

import dev.weft.plan.KeyPrefixes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What of an object's key counts for faults.
///
/// @param use what it is uploaded for
/// @param prefix what shares one rate limit: of weft's keys what stands before the item, of others
///   all up to the last slash
/// @param item what stays the same in every run, trial and pass: of weft's keys what stands behind
///   the pass, of others the whole key
record UploadKey(Use use, String prefix, String item) {
    private static final Pattern OF_WEFT =
            Pattern.compile("(" + KeyPrefixes.ROOT + "[^/]+/)([^/]+)/(.*)", Pattern.DOTALL);

    /// What an object is uploaded for.
    enum Use {
        /// To warm up the server before a run, or the JVM of a trial without delay.
        WARM_UP,
        /// To calibrate.
        CALIBRATION,
        /// All else.
        ITEM
    }

    /// Takes a key apart: `weft/<run>/<trial>/<pass>/<item>`, `weft/<run>/server/...`,
    /// `weft/<run>/calibration/...`, or any other.
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

    /// The block of trials that it belongs to; 0 where it is of no pass of a run.
    int block() {
        return KeyPrefixes.block(prefix);
    }

    /// The same for one part of the object.
    UploadKey part(String number) {
        return new UploadKey(use, prefix, item + "?partNumber=" + number);
    }
}
