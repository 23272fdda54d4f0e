package dev.weft.stats;

import java.util.Optional;

/// A number found from a sample, and the interval that says how sure it is.
///
/// @param value in the unit of the sample
/// @param interval empty where one value alone says nothing of its own noise
public record Estimate(double value, Optional<Interval> interval) {
    public Estimate {
        if (Double.isNaN(value) || interval.filter(range -> !range.contains(value)).isPresent()) {
            throw new IllegalArgumentException(
                    "an estimate must lie in its interval: %s, %s".formatted(value, interval));
        }
    }
}
