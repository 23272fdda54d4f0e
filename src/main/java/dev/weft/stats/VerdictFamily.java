package dev.weft.stats;

import dev.weft.stats.LogRatio.Measured;
import dev.weft.stats.LogRatio.TooFew;
import dev.weft.stats.Verdict.Different;
import dev.weft.stats.Verdict.Equal;
import dev.weft.stats.Verdict.TooFewBlocks;
import dev.weft.stats.Verdict.Unclear;
import java.util.Iterator;
import java.util.List;

/// Gives verdicts on a family of pairs.
///
/// Pairs are tested in Holm's order. Each is shown with the interval at the level of the step at
/// which it was decided; all from the first that fails on share the level of that step. So a pair
/// is different exactly where its interval excludes 1. A pair that is not different is equal where
/// its interval lies within the margin, which is two one-sided tests at half the level each
/// (Schuirmann 1987), more careful than the customary interval of twice the level. The chance of a
/// single false difference in the family is at most the level. The intervals of the pairs from the
/// first that fails on hold together with that confidence; those of the pairs before it hold one by
/// one.
///
/// @param level of the family: 0.05 for one false difference in twenty experiments without any
public record VerdictFamily(double level, EqualityMargin margin) {
    private static final double POWER = 0.8;

    public VerdictFamily {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a level lies between 0 and 1, not " + level);
        }
    }

    /// A level of 5% and a margin of ±5%.
    public static VerdictFamily usual() {
        return new VerdictFamily(0.05, EqualityMargin.FIVE_PERCENT);
    }

    /// Judges a family of pairs, in their order. Pairs with too few blocks do not count in the
    /// family.
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

    /// Judges one pair on its own.
    public Verdict judge(LogRatio contrast) {
        return judge(List.of(contrast)).getFirst();
    }

    private List<Verdict> judgeMeasured(List<Measured> family) {
        double[] p = family.stream().mapToDouble(Measured::p).toArray();
        double[] adjusted = Holm.adjusted(p);
        Verdict[] verdicts = new Verdict[p.length];
        int remaining = p.length;
        for (int place : Holm.order(p)) {
            VerdictEvidence evidence =
                    evidence(family.get(place), level / remaining, adjusted[place]);
            verdicts[place] = verdict(evidence);
            // From the first that fails on, the level stays: all p that follow are larger, so they
            // fail too.
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
