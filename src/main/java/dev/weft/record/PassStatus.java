package dev.weft.record;

import java.util.Locale;

/// How a pass ended.
public enum PassStatus {
    /// Every item was stored and the server has them all.
    OK,
    /// At least one item was not stored, or the server has not what was sent, or the trial died or
    /// gave up.
    FAILED,
    /// Somebody stopped the run.
    INTERRUPTED,
    /// Nothing moved any more, and the watchdog ended it.
    TIMED_OUT;

    /// The name in files: lower case.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
