package dev.weft.plot;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Kind of picture, chosen on the command line.
public enum Chart {
    /// Wall time against number of files.
    TIME,
    /// Uploads per second against concurrency.
    CONCURRENCY,
    /// Every upload of one pass of each mode over time.
    WEAVE,
    /// CPU, wall and compile time per upload against uploads made in the JVM.
    WARMUP;

    /// Returns the name on the command line.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Returns the chart with a label; empty if there is none.
    public static Optional<Chart> ofLabel(String label) {
        return Arrays.stream(values()).filter(chart -> chart.label().equals(label)).findFirst();
    }
}
