package dev.weft.stats;

import dev.weft.stats.LogRatio.Measured;
import dev.weft.stats.LogRatio.TooFew;
import dev.weft.stats.Verdict.Different;
import dev.weft.stats.Verdict.Equal;
import dev.weft.stats.Verdict.TooFewBlocks;
import dev.weft.stats.Verdict.Unclear;
import java.util.Iterator;
import java.util.List;

/// Decides verdicts on a family of pairs with a common error level.
///
/// - Order: pairs are tested in Holm's order. The interval of a pair has the level of the step that
///   decided it. All pairs from the first failed test on share the level of that step.
/// - Different: the interval excludes 1.
/// - Equal: the interval contains 1 and lies within the margin. These are two one-sided tests at
///   half the level each (Schuirmann 1987), stricter than the usual interval at twice the level.
///
/// The probability of any false difference in the family is at most the level. The intervals from
/// the first failed test on hold jointly with that confidence. The intervals before it hold
/// individually.
///
/// @param level probability of any false difference in the family, such as 0.05
/// @param margin of ratios that count as equal
public record VerdictFamily(double level, EqualityMargin margin) {
    private static final double POWER = 0.8;

    public VerdictFamily {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a level lies between 0 and 1, not " + level);
        }
    }

    /// The default: a level of 5% and a margin of ±5%.
    public static VerdictFamily usual() {
        return new VerdictFamily(0.05, EqualityMargin.FIVE_PERCENT);
    }

    /// Decides the verdicts of a family of pairs, in the given order. Excludes pairs with too few
    /// blocks from the family.
    public List<Verdict> judge(List<LogRatio> family) {
        List<Measured> measured =
                family.stream()
                        .filter(Measured.class::isInstance)
                        .map(Measured.class::cast)
                        .toList();
        Iterator<Verdict> verdicts = judgeMeasured(measured).iterator();
        return family.stream()
                .map(
                        contrast ->
                                switch (contrast) {
                                    case TooFew(int blocks) -> new TooFewBlocks(blocks);
                                    case Measured _ -> verdicts.next();
                                })
                .toList();
    }

    /// Decides the verdict of a single pair.
    public Verdict judge(LogRatio contrast) {
        return judge(List.of(contrast)).getFirst();
    }

    private List<Verdict> judgeMeasured(List<Measured> family) {
        double[] p = family.stream().mapToDouble(Measured::p).toArray();
        double[] adjusted = Holm.adjusted(p);
        Verdict[] verdicts = new Verdict[p.length];
        int remaining = p.length;
        for (int index : Holm.order(p)) {
            VerdictEvidence evidence =
                    evidence(family.get(index), level / remaining, adjusted[index]);
            verdicts[index] = verdict(evidence);
            // The level stays the same from the first failed test on. All later p-values are at
            // least as large, so that those tests fail too.
            if (evidence.isDifferent()) {
                remaining--;
            }
        }
        return List.of(verdicts);
    }

    private VerdictEvidence evidence(Measured contrast, double levelOfStep, double adjustedP) {
        double critical = new StudentT(contrast.degreesOfFreedom()).critical(levelOfStep);
        return new VerdictEvidence(
                Math.exp(contrast.logRatio()),
                contrast.ratioWithin(critical),
                1 - levelOfStep,
                adjustedP,
                contrast.blocks(),
                Math.exp(
                        contrast.standardError()
                                * new TestPower(contrast.degreesOfFreedom(), critical)
                                        .noncentrality(POWER)),
                margin);
    }

    private static Verdict verdict(VerdictEvidence evidence) {
        if (evidence.isDifferent()) {
            return new Different(evidence);
        }
        return evidence.isWithinMargin() ? new Equal(evidence) : new Unclear(evidence);
    }
}
