package dev.weft.export;

import dev.weft.analysis.BenchmarkCase;
import dev.weft.analysis.VerdictText;
import dev.weft.plan.ModeName;
import dev.weft.stats.Comparison;
import dev.weft.stats.Verdict;
import dev.weft.stats.VerdictEvidence;
import java.util.Optional;
import java.util.OptionalDouble;

/// Verdict on two concurrent modes in one case, from their warm passes.
///
/// @param verdict `different`, `equal` or `cannot_tell`
/// @param faster the faster mode; empty if the verdict names none
/// @param ratio wall time of the first / second: below 1 the first is faster; empty, like all
///   figures after it, for fewer than two blocks
/// @param confidence of the interval
/// @param adjustedP adjusted for the other pairs of the case
/// @param smallestDifference that this number of blocks shows with 80% power, as a ratio above 1
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

    static PairVerdict of(BenchmarkCase benchmarkCase, Comparison<ModeName> pair) {
        Optional<VerdictEvidence> basis = pair.verdict().basis();
        return new PairVerdict(
                benchmarkCase.archive(),
                benchmarkCase.files(),
                benchmarkCase.concurrency(),
                pair.first().label(),
                pair.second().label(),
                verdictName(pair.verdict()),
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

    private static String verdictName(Verdict verdict) {
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
