package dev.weft.export;

import dev.weft.analysis.Advice;
import dev.weft.analysis.AdviceText;
import dev.weft.analysis.Analysis;
import dev.weft.analysis.PresentChoice;
import dev.weft.analysis.BenchmarkCase;
import dev.weft.record.RecordedWarning;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a run came to, for programs: the figures of the tables with more digits, the verdicts, the
/// advice and the warnings. docs/format.md explains every field.
///
/// @param schema the number of this form, see [#SCHEMA]
/// @param modes by setting and mode
/// @param advice empty where no warm pass of a concurrent mode ended well
public record ResultDocument(
        int schema,
        String runId,
        List<ModeResult> modes,
        List<PairVerdict> verdicts,
        Optional<Recommendation> advice,
        List<RecordedWarning> warnings,
        Paths paths) {
    /// The form that this weft writes. It grows when a field changes its meaning or goes; a field
    /// that is added leaves it as it is.
    public static final int SCHEMA = 1;

    /// Where more of it is.
    ///
    /// @param results a row a pass
    /// @param timings a row a file
    /// @param run what the run was made on, to which design, and how it ended
    public record Paths(String results, String timings, String run) {}

    /// What to use.
    ///
    /// @param sentence the answer
    /// @param reasons what speaks for it and how sure it is
    public record Recommendation(
            String mode, int concurrency, String sentence, List<String> reasons) {
        public Recommendation {
            Objects.requireNonNull(mode);
            Objects.requireNonNull(sentence);
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
        Objects.requireNonNull(runId);
        modes = List.copyOf(modes);
        verdicts = List.copyOf(verdicts);
        Objects.requireNonNull(advice);
        warnings = List.copyOf(warnings);
        Objects.requireNonNull(paths);
    }

    /// The document of a run.
    ///
    /// @param present what is used today, where the user said so
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
                        .flatMap(setting -> verdicts(analysis, setting).stream())
                        .toList(),
                Advice.of(analysis, present).map(Recommendation::of),
                warnings,
                paths);
    }

    private static List<PairVerdict> verdicts(Analysis analysis, BenchmarkCase setting) {
        return analysis.verdicts(setting).stream()
                .map(pair -> PairVerdict.of(setting, pair))
                .toList();
    }
}
