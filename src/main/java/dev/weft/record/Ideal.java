package dev.weft.record;

import java.time.Duration;
import java.util.Locale;

/// Shortest wall time that a pass could have had in any mode.
///
/// @param wall expected value
/// @param low lower end of the 95% range
/// @param high upper end of the 95% range
/// @param bound resource that limits the ideal time
public record Ideal(Duration wall, Duration low, Duration high, Bound bound) {
    public Ideal {
        if (low.compareTo(wall) > 0 || wall.compareTo(high) > 0) {
            throw new IllegalArgumentException(
                    "an ideal lies in its range: %s in %s to %s".formatted(wall, low, high));
        }
    }

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
}
