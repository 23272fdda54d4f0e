package dev.weft.stats;

/// What a verdict on two sets of times rests on.
///
/// @param ratio of the geometric means, first to second: below 1 the first is faster
/// @param interval of the ratio, at the level at which this pair was judged: it excludes 1 exactly
///   where the verdict is "different"
/// @param confidence of that interval, such as 0.95, or more where several pairs are judged
///   together
/// @param adjustedP the probability of a t as far from zero were there no difference, adjusted by
///   Holm for the other pairs of the family
/// @param blocks how many values of each the comparison rests on
/// @param smallestDifference the smallest difference, as a ratio above 1 and in either direction,
///   that as many blocks with this spread show as "different" with 80% power, at the level at which
///   this pair was judged: `exp(δ·s)`, s the standard error of the mean logarithm of the ratio and
///   δ the noncentrality with which a noncentral t exceeds its critical value in 80% of experiments
///   (Cohen, "Statistical Power Analysis" (1988), chapter 2; exact, not the normal approximation)
/// @param margin within which ratios count as equal
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

    /// Whether the interval excludes a ratio of 1.
    public boolean isDifferent() {
        return !interval.contains(1);
    }

    /// Whether the whole interval lies within the margin.
    public boolean isWithinMargin() {
        return interval.isWithin(margin.interval());
    }
}
