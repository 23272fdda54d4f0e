package dev.weft.stats;

import java.util.Optional;

/// A number estimated from a sample, with its confidence interval.
///
/// @param value in the unit of the sample
/// @param interval empty for a sample of one value, whose noise is unknown
public record Estimate(double value, Optional<Interval> interval) {
    public Estimate {
        if (Double.isNaN(value) || interval.filter(range -> !range.contains(value)).isPresent()) {
            throw new IllegalArgumentException(
                    "an estimate must lie in its interval: %s, %s".formatted(value, interval));
        }
    }
}
