package dev.weft.plan;

import java.util.Locale;

/// Phase of a JVM in which a pass runs.
public enum Phase {
    /// First pass of a JVM, including the creation of the client.
    COLD,
    /// Warm-up uploads, which have no row in the results.
    WARMUP,
    /// Pass after the warm-up.
    WARM;

    /// Returns the name in files, in lower case.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
