package dev.weft.run;

/// A clock for intervals: nanoseconds since some fixed moment.
@FunctionalInterface
public interface Ticker {
    /// Now.
    long nanos();

    /// The clock of this machine. It never goes back.
    static Ticker system() {
        return System::nanoTime;
    }
}
