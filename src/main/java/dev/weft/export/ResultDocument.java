package dev.weft.export;

import dev.weft.analysis.Advice;
import dev.weft.analysis.AdviceText;
import dev.weft.analysis.Analysis;
import dev.weft.analysis.BenchmarkCase;
import dev.weft.analysis.PresentChoice;
import dev.weft.analysis.VerdictText;
import dev.weft.plan.ModeName;
import dev.weft.runjson.RecordedWarning;
import dev.weft.stats.Comparison;
import dev.weft.stats.Interval;
import dev.weft.stats.Verdict;
import dev.weft.stats.Verdict.CannotTell;
import dev.weft.stats.Verdict.Different;
import dev.weft.stats.Verdict.Equal;
import dev.weft.stats.Verdict.TooFewBlocks;
import dev.weft.stats.Verdict.Unclear;
import dev.weft.stats.VerdictEvidence;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Result of a run as a JSON document: figures, verdicts, advice and warnings. The figures have
/// more digits than the tables. docs/format.md explains every field.
///
/// @param schema version of the format, see [#SCHEMA]
/// @param modes by case and mode
/// @param advice empty if no warm pass of a concurrent mode ended well
public record ResultDocument(
        int schema,
        String runId,
        List<ModeResult> modes,
        List<PairVerdict> verdicts,
        Optional<Recommendation> advice,
        List<RecordedWarning> warnings,
        Paths paths) {
    /// Version of the format. Increases when a field changes its meaning or is removed; stays when
    /// a field is added.
    public static final int SCHEMA = 1;

    /// Paths of the files with the raw data.
    ///
    /// @param results one row per pass
    /// @param timings one row per file
    /// @param run machine, design and end of the run
    public record Paths(String results, String timings, String run) {}

    /// Verdict on two concurrent modes in one case, from their warm passes.
    ///
    /// @param verdict `different`, `equal` or `cannot_tell`
    /// @param faster the faster mode; empty if the verdict names none
    /// @param ratio wall time of the first / second: below 1 the first is faster; empty, like all
    ///   figures after it, for fewer than two blocks
    /// @param confidence of the interval
    /// @param adjustedP adjusted for the other pairs of the case
    /// @param smallestDifference that this number of blocks shows with 80% power, as a ratio above
    ///   1
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
        private static PairVerdict of(BenchmarkCase benchmarkCase, Comparison<ModeName> pair) {
            Optional<VerdictEvidence> basis = pair.verdict().basis();
            Optional<Interval> interval = basis.map(VerdictEvidence::interval);
            return new PairVerdict(
                    benchmarkCase.archive(),
                    benchmarkCase.files(),
                    benchmarkCase.concurrency(),
                    pair.first().label(),
                    pair.second().label(),
                    verdictName(pair.verdict()),
                    faster(pair),
                    blocks(pair.verdict()),
                    RoundedNumbers.of(basis.map(VerdictEvidence::ratio)),
                    RoundedNumbers.of(interval.map(Interval::low)),
                    RoundedNumbers.of(interval.map(Interval::high)),
                    RoundedNumbers.of(basis.map(VerdictEvidence::confidence)),
                    RoundedNumbers.of(basis.map(VerdictEvidence::adjustedP)),
                    RoundedNumbers.of(basis.map(VerdictEvidence::smallestDifference)),
                    VerdictText.of(pair.first().label(), pair.second().label(), pair.verdict()));
        }

        private static String verdictName(Verdict verdict) {
            return switch (verdict) {
                case Different _ -> "different";
                case Equal _ -> "equal";
                case CannotTell _ -> "cannot_tell";
            };
        }

        private static Optional<String> faster(Comparison<ModeName> pair) {
            return switch (pair.verdict()) {
                case Different different ->
                        Optional.of(
                                switch (different.faster()) {
                                    case FIRST -> pair.first().label();
                                    case SECOND -> pair.second().label();
                                });
                case Equal _, CannotTell _ -> Optional.empty();
            };
        }

        private static int blocks(Verdict verdict) {
            return switch (verdict) {
                case Different(VerdictEvidence evidence) -> evidence.blocks();
                case Equal(VerdictEvidence evidence) -> evidence.blocks();
                case Unclear(VerdictEvidence evidence) -> evidence.blocks();
                case TooFewBlocks(int blocks) -> blocks;
            };
        }
    }

    /// Recommended mode and concurrency.
    ///
    /// @param sentence the answer
    /// @param reasons evidence for the answer and its certainty
    public record Recommendation(
            String mode, int concurrency, String sentence, List<String> reasons) {
        public Recommendation {
            reasons = List.copyOf(reasons);
        }

        private static Recommendation of(Advice advice) {
            List<String> sentences = new AdviceText(advice).sentences();
            return new Recommendation(
                    advice.recommended().mode().label(),
                    advice.recommended().setting().concurrency(),
                    sentences.getFirst(),
                    sentences.subList(1, sentences.size()));
        }
    }

    public ResultDocument {
        modes = List.copyOf(modes);
        verdicts = List.copyOf(verdicts);
        warnings = List.copyOf(warnings);
    }

    /// Creates the document of a run.
    ///
    /// @param baseline mode and concurrency in use today, if the user named them
    public static ResultDocument of(
            String runId,
            Analysis analysis,
            Optional<PresentChoice> baseline,
            List<RecordedWarning> warnings,
            Paths paths) {
        return new ResultDocument(
                SCHEMA,
                runId,
                analysis.summaries().stream()
                        .map(summary -> ModeResult.of(analysis, summary))
                        .toList(),
                analysis.settings().stream()
                        .flatMap(benchmarkCase -> verdicts(analysis, benchmarkCase))
                        .toList(),
                Advice.of(analysis, baseline).map(Recommendation::of),
                warnings,
                paths);
    }

    private static Stream<PairVerdict> verdicts(Analysis analysis, BenchmarkCase benchmarkCase) {
        return analysis.verdicts(benchmarkCase).stream()
                .map(pair -> PairVerdict.of(benchmarkCase, pair));
    }
}
