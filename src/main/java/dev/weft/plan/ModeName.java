package dev.weft.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The forms of concurrency by name, in the order in which tables and pictures show them.
public enum ModeName {
    /// One upload after another, in one thread.
    SEQUENTIAL,
    /// A fixed pool of platform threads.
    THREADS,
    /// Futures on Netty's event loops: no thread waits for an upload.
    ASYNC,
    /// A virtual thread for each upload.
    VIRTUAL;

    /// The name on the command line and in files: lower case.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// How many uploads it has open at once where so many are allowed.
    public int atOnce(int concurrency) {
        return this == SEQUENTIAL ? 1 : concurrency;
    }

    /// The mode of that label.
    public static Optional<ModeName> ofLabel(String label) {
        return Arrays.stream(values()).filter(mode -> mode.label().equals(label)).findFirst();
    }
}
