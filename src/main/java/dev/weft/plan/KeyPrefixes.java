package dev.weft.plan;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Key prefixes of weft in a bucket. Each run has its own prefix below [#ROOT], and weft writes
/// nowhere else. A prefix ends with a slash.
///
/// @param run id of the run, or a name of [#ofDoctor]
public record KeyPrefixes(String run) {
    /// Common prefix of all keys.
    public static final String ROOT = "weft/";

    /// Name below a run for the calibration. No trial has this name.
    public static final String CALIBRATION = "calibration";

    /// Name below a run for the warm-up of the embedded server. No trial has this name.
    public static final String SERVER = "server";

    /// Name of the pass in keys of a warm-up.
    public static final String WARM_UP = "warmup";

    private static final String UNDELAYED = WARM_UP + "-undelayed";
    private static final String OF_DOCTOR = "doctor-";

    /// A resumed trial has a suffix.
    private static final Pattern OF_BLOCK =
            Pattern.compile(
                    ROOT + "[^/]+/(?:[^/]*-)?b(\\d{1,9})-\\d+-[a-z]+-c\\d+(?:-[^/]*)?/[^/]+/");

    public KeyPrefixes {
        Objects.requireNonNull(run);
    }

    /// Returns the prefixes of a permission test, which is not a run.
    public static KeyPrefixes ofDoctor(String id) {
        return new KeyPrefixes(OF_DOCTOR + id);
    }

    /// Returns the id in a name of [#ofDoctor], or the name itself.
    public static String id(String name) {
        return name.startsWith(OF_DOCTOR) ? name.substring(OF_DOCTOR.length()) : name;
    }

    /// Returns the id of a planned trial. [#block] reads its block from the prefix of its passes.
    ///
    /// @param order position of the trial in its block, from 1
    static String trialId(
            Optional<String> side, int block, int order, ModeName mode, int concurrency) {
        return "%sb%d-%d-%s-c%d"
                .formatted(
                        side.map(name -> name + "-").orElse(""),
                        block,
                        order,
                        mode.label(),
                        concurrency);
    }

    /// Returns the block of a pass, from 1; 0 for any prefix other than that of a planned trial's
    /// pass.
    public static int block(String prefix) {
        Matcher parts = OF_BLOCK.matcher(prefix);
        return parts.matches() ? Integer.parseInt(parts.group(1)) : 0;
    }

    /// Returns the prefix of the whole run.
    public String all() {
        return ROOT + run + "/";
    }

    /// Returns the prefix of a pass.
    public String pass(String trialId, String pass) {
        return all() + trialId + "/" + pass + "/";
    }

    /// Returns the prefix of the calibration.
    public String calibration() {
        return all() + CALIBRATION + "/";
    }

    /// Returns the prefix of the embedded server's warm-up.
    public String serverWarmUp() {
        return pass(SERVER, WARM_UP);
    }

    /// Returns the prefix of warm-up uploads that the embedded server answers without latency.
    ///
    /// @param warmUp prefix of the warm-up
    public static String undelayed(String warmUp) {
        return warmUp.replaceFirst(WARM_UP + "/$", UNDELAYED + "/");
    }

    /// Returns whether the embedded server answers an upload with this key without latency.
    public static boolean isUndelayed(String key) {
        int trial = key.startsWith(ROOT) ? key.indexOf('/', ROOT.length()) : -1;
        int pass = trial < 0 ? -1 : key.indexOf('/', trial + 1);
        return pass >= 0 && key.startsWith(UNDELAYED + "/", pass + 1);
    }
}
