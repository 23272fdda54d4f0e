package dev.weft.run;

/// A clock for intervals, in nanoseconds since a fixed moment.
@FunctionalInterface
public interface Ticker {
    /// Current reading.
    long nanos();

    /// The monotonic clock of this machine.
    static Ticker system() {
        return System::nanoTime;
    }
}
