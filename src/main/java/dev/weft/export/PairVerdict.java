package dev.weft.export;

import dev.weft.analysis.BenchmarkCase;
import dev.weft.analysis.VerdictText;
import dev.weft.plan.ModeName;
import dev.weft.stats.Comparison;
import dev.weft.stats.VerdictEvidence;
import dev.weft.stats.Verdict;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/// What can be said of two concurrent modes in a setting, by their warm passes.
///
/// @param verdict `different`, `equal` or `cannot_tell`
/// @param faster the mode that is faster; empty where that cannot be told, or neither is
/// @param ratio of the wall times, first to second: below 1 the first is faster; empty, like all
///   that follows, where there were fewer than two blocks
/// @param confidence of the interval
/// @param adjustedP adjusted for the other pairs of the setting
/// @param smallestDifference that so many blocks show with 80% power, as a ratio above 1
public record PairVerdict(
        String archive,
        int files,
        int concurrency,
        String first,
        String second,
        String verdict,
        Optional<String> faster,
        int blocks,
        OptionalDouble ratio,
        OptionalDouble ratioLow,
        OptionalDouble ratioHigh,
        OptionalDouble confidence,
        OptionalDouble adjustedP,
        OptionalDouble smallestDifference,
        String sentence) {
    static final String CANNOT_TELL = "cannot_tell";

    public PairVerdict {
        Objects.requireNonNull(archive);
        Objects.requireNonNull(first);
        Objects.requireNonNull(second);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(faster);
        Objects.requireNonNull(ratio);
        Objects.requireNonNull(ratioLow);
        Objects.requireNonNull(ratioHigh);
        Objects.requireNonNull(confidence);
        Objects.requireNonNull(adjustedP);
        Objects.requireNonNull(smallestDifference);
        Objects.requireNonNull(sentence);
    }

    static PairVerdict of(BenchmarkCase setting, Comparison<ModeName> pair) {
        Optional<VerdictEvidence> basis = pair.verdict().basis();
        return new PairVerdict(
                setting.archive(),
                setting.files(),
                setting.concurrency(),
                pair.first().label(),
                pair.second().label(),
                word(pair.verdict()),
                faster(pair),
                blocks(pair.verdict()),
                RoundedNumbers.finite(basis.map(VerdictEvidence::ratio)),
                RoundedNumbers.low(basis.map(VerdictEvidence::interval)),
                RoundedNumbers.high(basis.map(VerdictEvidence::interval)),
                RoundedNumbers.finite(basis.map(VerdictEvidence::confidence)),
                RoundedNumbers.finite(basis.map(VerdictEvidence::adjustedP)),
                RoundedNumbers.finite(basis.map(VerdictEvidence::smallestDifference)),
                VerdictText.of(pair.first().label(), pair.second().label(), pair.verdict()));
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Different _ -> "different";
            case Verdict.Equal _ -> "equal";
            case Verdict.CannotTell _ -> CANNOT_TELL;
        };
    }

    private static Optional<String> faster(Comparison<ModeName> pair) {
        return switch (pair.verdict()) {
            case Verdict.Different different ->
                    Optional.of(
                            switch (different.faster()) {
                                case FIRST -> pair.first().label();
                                case SECOND -> pair.second().label();
                            });
            case Verdict.Equal _, Verdict.CannotTell _ -> Optional.empty();
        };
    }

    private static int blocks(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Different(VerdictEvidence evidence) -> evidence.blocks();
            case Verdict.Equal(VerdictEvidence evidence) -> evidence.blocks();
            case Verdict.Unclear(VerdictEvidence evidence) -> evidence.blocks();
            case Verdict.TooFewBlocks(int blocks) -> blocks;
        };
    }
}
