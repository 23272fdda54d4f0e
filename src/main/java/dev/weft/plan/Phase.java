package dev.weft.plan;

import java.util.Locale;

/// What a pass finds: a JVM that has done nothing yet, or one that is warmed up.
public enum Phase {
    /// The first pass of a JVM, from the building of the client on.
    COLD,
    /// Uploads that only warm up the client; never a row of the results.
    WARMUP,
    /// A pass after the warm-up.
    WARM;

    /// The name in files: lower case.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
