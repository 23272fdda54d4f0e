package dev.weft.record;

import java.util.Locale;

/// Resource that limits the ideal wall time of a pass in every mode.
public enum Bound {
    /// Latency of the server and the network at the given concurrency.
    LATENCY,
    /// CPU time of the cheapest mode, plus that of the server where both share the cores.
    CPU,
    /// Bytes per second on the path to the server.
    BANDWIDTH,
    /// Unzip stage, which delivers one file after another.
    UNZIP,
    /// Uploads per second that the server allows.
    RATE;

    /// Returns the name in files, in lower case.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
