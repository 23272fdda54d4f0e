package dev.weft.stats;

/// The statistical evidence of a verdict on two samples of times.
///
/// @param ratio geometric mean of the first sample / that of the second: below 1 the first is
///   faster
/// @param interval of the ratio, at the level of the test of this pair. It excludes 1 exactly if
///   the verdict is "different".
/// @param confidence of that interval: 0.95, or more if the family has several pairs
/// @param adjustedP two-sided p-value of the t test, adjusted by Holm for the other pairs of the
///   family
/// @param blocks number of values of each sample
/// @param smallestDifference smallest ratio above 1, in either direction, that this number of
///   blocks with this noise shows as "different" with 80% power. It is `exp(δ·s)` at the level of
///   the test of this pair. s is the standard error of the mean logarithm of the ratio. δ is the
///   noncentrality with which a noncentral t exceeds its critical value in 80% of experiments
///   (Cohen, "Statistical Power Analysis" (1988), chapter 2; exact, without the normal
///   approximation).
/// @param margin of ratios that count as equal
public record VerdictEvidence(
        double ratio,
        Interval interval,
        double confidence,
        double adjustedP,
        int blocks,
        double smallestDifference,
        EqualityMargin margin) {
    public VerdictEvidence {
        if (!interval.contains(ratio) || !(smallestDifference >= 1) || blocks < 2) {
            throw new IllegalArgumentException(
                    "no evidence: %s in %s of %d blocks, smallest difference %s"
                            .formatted(ratio, interval, blocks, smallestDifference));
        }
    }

    /// Returns whether the interval excludes a ratio of 1.
    public boolean isDifferent() {
        return !interval.contains(1);
    }

    /// Returns whether the whole interval lies within the margin.
    public boolean isWithinMargin() {
        return interval.isWithin(margin.interval());
    }
}
