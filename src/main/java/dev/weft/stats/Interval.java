package dev.weft.stats;

/// A closed range of numbers. The ends of a very wide confidence interval may be infinite.
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

    /// Returns whether the other interval contains this one.
    public boolean isWithin(Interval other) {
        return other.low <= low && high <= other.high;
    }
}
