package dev.weft.analysis;

import dev.weft.stats.EqualityMargin;
import dev.weft.stats.Interval;
import dev.weft.stats.Verdict;
import dev.weft.stats.VerdictEvidence;

/// Verdicts with made-up evidence.
final class Evidences {
    private Evidences() {}

    /// Evidence of 8 blocks that could detect 12%.
    static VerdictEvidence of(double ratio, double low, double high) {
        return new VerdictEvidence(
                ratio, new Interval(low, high), 0.95, 0.01, 8, 1.12, EqualityMargin.FIVE_PERCENT);
    }

    /// The first one takes four fifths of the time.
    static Verdict firstFaster() {
        return new Verdict.Different(of(0.8, 0.75, 0.85));
    }

    /// The first one takes five quarters of the time.
    static Verdict secondFaster() {
        return new Verdict.Different(of(1.25, 1.2, 1.3));
    }

    /// The first one takes 2% less.
    static Verdict barelyFaster() {
        return new Verdict.Different(of(0.98, 0.97, 0.99));
    }

    static Verdict equal() {
        return new Verdict.Equal(of(1, 0.97, 1.03));
    }

    static Verdict unclear() {
        return new Verdict.Unclear(of(0.95, 0.8, 1.1));
    }
}
