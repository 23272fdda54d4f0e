package dev.weft.record;

import java.util.Locale;

/// Status of a pass at its end.
public enum PassStatus {
    /// Every item was stored, and the server has all of them.
    OK,
    /// An item was not stored, the verification failed, or the trial died or gave up.
    FAILED,
    /// The user or a signal stopped the run.
    INTERRUPTED,
    /// The watchdog ended the pass after a stall.
    TIMED_OUT;

    /// Returns the name in files, in lower case.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
