package dev.weft.export;

import dev.weft.analysis.Advice;
import dev.weft.analysis.AdviceText;
import dev.weft.analysis.Analysis;
import dev.weft.analysis.BenchmarkCase;
import dev.weft.analysis.PresentChoice;
import dev.weft.runjson.RecordedWarning;
import java.util.List;
import java.util.Optional;

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
    /// @param present mode and concurrency in use today, if the user named them
    public static ResultDocument of(
            String runId,
            Analysis analysis,
            Optional<PresentChoice> present,
            List<RecordedWarning> warnings,
            Paths paths) {
        return new ResultDocument(
                SCHEMA,
                runId,
                analysis.summaries().stream()
                        .map(summary -> ModeResult.of(analysis, summary))
                        .toList(),
                analysis.settings().stream()
                        .flatMap(benchmarkCase -> verdicts(analysis, benchmarkCase).stream())
                        .toList(),
                Advice.of(analysis, present).map(Recommendation::of),
                warnings,
                paths);
    }

    private static List<PairVerdict> verdicts(Analysis analysis, BenchmarkCase benchmarkCase) {
        return analysis.verdicts(benchmarkCase).stream()
                .map(pair -> PairVerdict.of(benchmarkCase, pair))
                .toList();
    }
}
