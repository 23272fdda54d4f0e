package dev.weft.record;

import java.util.Locale;

/// What no form of concurrency can do anything about.
public enum Bound {
    /// So many uploads at once, each as slow as the server and the network make it.
    LATENCY,
    /// The CPU time that the cheapest mode and, on the same cores, the server need.
    CPU,
    /// Bytes that the way to the server takes in a second.
    BANDWIDTH,
    /// The unzip stage, which hands out one file after another.
    UNZIP,
    /// Uploads that the server allows in a second.
    RATE;

    /// The name in files: lower case.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
