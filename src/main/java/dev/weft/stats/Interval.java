package dev.weft.stats;

/// A range of numbers, both ends included. An end may be infinite, as a very wide confidence
/// interval's can be.
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "an interval needs low <= high, not %s and %s".formatted(low, high));
        }
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /// Whether all of this interval lies in the other.
    public boolean isWithin(Interval other) {
        return other.low <= low && high <= other.high;
    }
}
