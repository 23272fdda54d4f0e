package dev.weft.plot;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which picture.
public enum Chart {
    /// Wall time against number of files.
    TIME,
    /// Uploads a second against concurrency.
    CONCURRENCY,
    /// What each mode does in the time of one pass.
    WEAVE,
    /// What an upload takes against uploads made in the JVM.
    WARMUP;

    /// The name on the command line.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The chart of that label.
    public static Optional<Chart> ofLabel(String label) {
        return Arrays.stream(values()).filter(chart -> chart.label().equals(label)).findFirst();
    }
}
