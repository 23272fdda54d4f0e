package dev.weft.report;

import dev.weft.analysis.Advice;
import dev.weft.analysis.AdviceText;
import dev.weft.analysis.Analysis;
import dev.weft.analysis.FigureFormat;
import dev.weft.analysis.ModeSummary;
import dev.weft.analysis.PresentChoice;
import dev.weft.plan.ModeName;
import dev.weft.record.LatencyPercentiles;
import dev.weft.stats.Verdict;
import dev.weft.stats.Verdict.CannotTell;
import dev.weft.stats.Verdict.Different;
import dev.weft.stats.Verdict.Equal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Answer of a run to the question which mode and concurrency to use.
///
/// @param setting index of the recommended case in the list of cases; without advice, of the last
///   case
/// @param mode recommended mode; empty without advice
/// @param which mode to use, and its gain
/// @param sure certainty of the advice, in a sentence
/// @param open modes that may be as good: the verdict on them is "cannot tell"
/// @param rivals comparison with each of the other modes
/// @param why reason for the speed, and its cost; empty without advice
/// @param limit resource that limits the speed; empty without a calibration
/// @param client influence of the HTTP client; empty if there is none
record Answer(
        int setting,
        Optional<String> mode,
        String which,
        String sure,
        List<String> open,
        List<String> rivals,
        Optional<String> why,
        Optional<String> limit,
        Optional<String> client) {
    private enum RivalStatus {
        OPEN,
        EQUAL,
        DIFFERENT
    }

    Answer {
        open = List.copyOf(open);
        rivals = List.copyOf(rivals);
    }

    /// Creates the answer.
    ///
    /// @param baseline mode and concurrency in use today, if the user named them
    static Answer of(Analysis analysis, Optional<PresentChoice> baseline) {
        return Advice.of(analysis, baseline)
                .map(advice -> of(advice, analysis))
                .orElseGet(() -> noAdvice(analysis));
    }

    private static Answer noAdvice(Analysis analysis) {
        return new Answer(
                analysis.settings().size() - 1,
                Optional.empty(),
                "There is no advice: no warm pass of a concurrent mode ended well.",
                "What was measured stands below.",
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Answer of(Advice advice, Analysis analysis) {
        AdviceText text = new AdviceText(advice);
        return new Answer(
                analysis.settings().indexOf(advice.recommended().setting()),
                Optional.of(advice.recommended().mode().label()),
                text.answer(),
                certainty(advice),
                names(advice, RivalStatus.OPEN),
                text.rivals(),
                Optional.of(why(advice) + " " + text.cost()),
                text.limit(),
                text.client());
    }

    private static String certainty(Advice advice) {
        if (advice.rivals().isEmpty()) {
            return "One concurrent mode was measured: nothing says that another would not be faster.";
        }
        List<String> open = names(advice, RivalStatus.OPEN);
        if (!open.isEmpty()) {
            return "Not settled: this run cannot tell it from %s."
                    .formatted(String.join(" and ", open));
        }
        List<String> equal = names(advice, RivalStatus.EQUAL);
        return equal.isEmpty()
                ? "Settled: it differs from %s by more than noise."
                        .formatted(String.join(" and ", names(advice, RivalStatus.DIFFERENT)))
                : "Settled: %s %s as good within 5%%."
                        .formatted(String.join(" and ", equal), equal.size() == 1 ? "is" : "are");
    }

    private static List<String> names(Advice advice, RivalStatus status) {
        return advice.rivals().stream()
                .filter(rival -> status(rival.verdict()) == status)
                .map(rival -> rival.summary().mode())
                .map(ModeName::label)
                .toList();
    }

    private static RivalStatus status(Verdict verdict) {
        return switch (verdict) {
            case CannotTell _ -> RivalStatus.OPEN;
            case Equal _ -> RivalStatus.EQUAL;
            case Different different ->
                    different.isWithinMargin() ? RivalStatus.EQUAL : RivalStatus.DIFFERENT;
        };
    }

    /// Explains the speed by the number of uploads in flight: a single upload is no faster.
    private static String why(Advice advice) {
        ModeSummary best = advice.recommended();
        String others =
                Stream.concat(advice.present().stream(), advice.rivals().stream())
                        .map(Advice.Rival::summary)
                        .distinct()
                        .flatMap(
                                other ->
                                        pace(
                                                "%s %%s and %%s".formatted(other.mode().label()),
                                                other)
                                                .stream())
                        .collect(Collectors.joining("; "));
        boolean besideSequential =
                advice.present()
                        .filter(present -> present.summary().mode() == ModeName.SEQUENTIAL)
                        .isPresent();
        return "%d uploads are on their way at once%s: %s%s."
                .formatted(
                        best.setting().concurrency(),
                        besideSequential ? ", where sequential has one" : "",
                        pace("one takes %s at the median, and %s end each second", best)
                                .orElse("how long each takes is not known"),
                        others.isEmpty() ? "" : " (" + others + ")");
    }

    /// Formats the median service time and the uploads per second; empty if one is unknown.
    private static Optional<String> pace(String format, ModeSummary summary) {
        OptionalDouble p50 = summary.latencyMillis(LatencyPercentiles::p50Nanos);
        return summary.throughput()
                .filter(_ -> p50.isPresent())
                .map(
                        rate ->
                                format.formatted(
                                        FigureFormat.millis(p50.orElseThrow()),
                                        FigureFormat.rate(rate.value())));
    }
}
