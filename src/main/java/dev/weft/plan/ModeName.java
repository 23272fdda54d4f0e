package dev.weft.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Names of the modes, in the order of tables and pictures.
public enum ModeName {
    /// One upload after another, in one thread.
    SEQUENTIAL,
    /// A fixed pool of platform threads.
    THREADS,
    /// Futures on Netty's event loops, without a thread per upload.
    ASYNC,
    /// A virtual thread for each upload.
    VIRTUAL;

    /// Returns the name on the command line and in files, in lower case.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Returns the number of uploads in flight at a concurrency.
    public int atOnce(int concurrency) {
        return this == SEQUENTIAL ? 1 : concurrency;
    }

    /// Returns the mode with a label.
    public static Optional<ModeName> ofLabel(String label) {
        return Arrays.stream(values()).filter(mode -> mode.label().equals(label)).findFirst();
    }
}
