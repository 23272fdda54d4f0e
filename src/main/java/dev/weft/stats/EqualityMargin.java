package dev.weft.stats;

/// How far from 1 a ratio may be for two things to count as equal, the same in both directions:
/// `1/factor … factor`.
///
/// @param factor above 1: 1.05 for ±5%
public record EqualityMargin(double factor) {
    /// ±5%.
    public static final EqualityMargin FIVE_PERCENT = new EqualityMargin(1.05);

    public EqualityMargin {
        if (!(factor > 1) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("a margin is a factor above 1, not " + factor);
        }
    }

    /// The ratios that count as equal to 1.
    public Interval interval() {
        return new Interval(1 / factor, factor);
    }
}
