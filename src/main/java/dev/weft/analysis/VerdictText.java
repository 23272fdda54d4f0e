package dev.weft.analysis;

import dev.weft.stats.Comparison;
import dev.weft.stats.Interval;
import dev.weft.stats.Verdict;
import dev.weft.stats.Verdict.Different;
import dev.weft.stats.Verdict.Equal;
import dev.weft.stats.Verdict.TooFewBlocks;
import dev.weft.stats.Verdict.Unclear;
import dev.weft.stats.VerdictEvidence;

/// Formats a verdict as one sentence.
public final class VerdictText {
    private VerdictText() {}

    /// Verdict on a pair, such as `async is 1.12x as fast as virtual (1.08 to 1.16; 8 blocks)`.
    public static String of(Comparison<String> comparison) {
        return of(comparison.first(), comparison.second(), comparison.verdict());
    }

    /// Verdict on a pair, given the names of both members.
    public static String of(String first, String second, Verdict verdict) {
        return switch (verdict) {
            case Different different -> faster(first, second, different);
            case Equal(VerdictEvidence evidence) ->
                    "%s and %s are equal within %s (%s times as long; %s)"
                            .formatted(
                                    first,
                                    second,
                                    FigureFormat.percent(evidence.margin().factor() - 1),
                                    FigureFormat.ratios(evidence.interval()),
                                    blocks(evidence.blocks()));
            case Unclear(VerdictEvidence evidence) ->
                    "%s against %s: cannot tell (%s times as long; %s could have shown a difference of %s)"
                            .formatted(
                                    first,
                                    second,
                                    FigureFormat.ratios(evidence.interval()),
                                    blocks(evidence.blocks()),
                                    FigureFormat.difference(evidence.smallestDifference()));
            case TooFewBlocks(int blocks) ->
                    "%s against %s: cannot tell from %s; at least 2 are needed, and 8 are good"
                            .formatted(first, second, blocks(blocks));
        };
    }

    private static String faster(String first, String second, Different different) {
        boolean isFirst = different.faster() == Verdict.Side.FIRST;
        return "%s is %s as fast as %s (%s; %s)%s"
                .formatted(
                        isFirst ? first : second,
                        FigureFormat.times(different.factor()),
                        isFirst ? second : first,
                        factors(different),
                        blocks(different.evidence().blocks()),
                        different.isWithinMargin() ? ", which is too little to matter" : "");
    }

    /// Range of the speedup of the faster member.
    private static String factors(Different different) {
        return FigureFormat.ratios(
                different.faster() == Verdict.Side.FIRST
                        ? speeds(different.evidence())
                        : different.evidence().interval());
    }

    /// Interval of the first member's speedup, which is the inverse of the ratio of times.
    static Interval speeds(VerdictEvidence evidence) {
        Interval times = evidence.interval();
        return new Interval(1 / times.high(), 1 / times.low());
    }

    /// Interval of the second member's time divided by the first member's, and number of blocks.
    static String basis(VerdictEvidence evidence) {
        return "%s; %s".formatted(FigureFormat.ratios(speeds(evidence)), blocks(evidence.blocks()));
    }

    static String blocks(int blocks) {
        return blocks == 1 ? "1 block" : blocks + " blocks";
    }
}
