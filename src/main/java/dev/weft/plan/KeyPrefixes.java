package dev.weft.plan;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where weft writes in a bucket: each run below a prefix of its own, all of them below [#ROOT],
/// and nowhere else. A prefix ends with a slash.
///
/// @param run the run's id, or what [#ofDoctor] makes of one
public record KeyPrefixes(String run) {
    /// What every key of weft begins with.
    public static final String ROOT = "weft/";

    /// Below a run, where the calibration writes. No trial has this name.
    public static final String CALIBRATION = "calibration";

    /// Below a run, where the warm-up of the embedded server writes. No trial has this name.
    public static final String SERVER = "server";

    /// What stands for the pass in keys of a warm-up.
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

    /// Those of a trial of the bucket that is no run.
    public static KeyPrefixes ofDoctor(String id) {
        return new KeyPrefixes(OF_DOCTOR + id);
    }

    /// The id that was given to [#ofDoctor], or else the name itself.
    public static String id(String name) {
        return name.startsWith(OF_DOCTOR) ? name.substring(OF_DOCTOR.length()) : name;
    }

    /// The id of a planned trial. [#block] reads its block from the prefix of its passes.
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

    /// The block of trials that a pass belongs to, from 1; 0 where the prefix is not that of a pass
    /// of a planned trial.
    public static int block(String prefix) {
        Matcher parts = OF_BLOCK.matcher(prefix);
        return parts.matches() ? Integer.parseInt(parts.group(1)) : 0;
    }

    /// Of all that the run writes.
    public String all() {
        return ROOT + run + "/";
    }

    /// Of one pass.
    public String pass(String trialId, String pass) {
        return all() + trialId + "/" + pass + "/";
    }

    /// Of the calibration.
    public String calibration() {
        return all() + CALIBRATION + "/";
    }

    /// Of the warm-up of the embedded server.
    public String serverWarmUp() {
        return pass(SERVER, WARM_UP);
    }

    /// Of uploads of a warm-up that weft's own server answers without its latency.
    ///
    /// @param warmUp the prefix of the warm-up
    public static String undelayed(String warmUp) {
        return warmUp.replaceFirst(WARM_UP + "/$", UNDELAYED + "/");
    }

    /// Whether a key is one of an upload that weft's own server answers without its latency.
    public static boolean isUndelayed(String key) {
        int trial = key.startsWith(ROOT) ? key.indexOf('/', ROOT.length()) : -1;
        int pass = trial < 0 ? -1 : key.indexOf('/', trial + 1);
        return pass >= 0 && key.startsWith(UNDELAYED + "/", pass + 1);
    }
}
