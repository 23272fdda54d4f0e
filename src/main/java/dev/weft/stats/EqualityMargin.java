package dev.weft.stats;

/// The range of ratios that count as equal: from `1/factor` to `factor`.
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

    /// The range as an interval around 1.
    public Interval interval() {
        return new Interval(1 / factor, factor);
    }
}
