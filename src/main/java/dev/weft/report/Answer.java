package dev.weft.report;

import dev.weft.analysis.Advice;
import dev.weft.analysis.AdviceText;
import dev.weft.analysis.Analysis;
import dev.weft.analysis.FigureFormat;
import dev.weft.analysis.ModeSummary;
import dev.weft.analysis.PresentChoice;
import dev.weft.plan.ModeName;
import dev.weft.stats.Estimate;
import dev.weft.stats.Verdict;
import dev.weft.stats.Verdict.CannotTell;
import dev.weft.stats.Verdict.Different;
import dev.weft.stats.Verdict.Equal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// What the run says to who asks which form of concurrency to use.
///
/// @param setting the place of what is recommended in the list of settings, or of the last one
/// @param mode what is recommended; empty where nothing is
/// @param which mode to use, and what it gains
/// @param sure how sure that is, in a sentence
/// @param open modes that may be as good: the run cannot tell them apart
/// @param rivals how each of the others stands
/// @param why it is faster, and what it costs; empty where nothing is recommended
/// @param limit what allows no more; empty where nothing was calibrated
/// @param client what is the HTTP client's in it; empty where that makes no difference
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
    private enum Standing {
        OPEN,
        EQUAL,
        APART
    }

    Answer {
        open = List.copyOf(open);
        rivals = List.copyOf(rivals);
    }

    /// @param present what is used today, where the user said so
    static Answer of(Analysis analysis, Optional<PresentChoice> present) {
        return Advice.of(analysis, present)
                .map(advice -> of(advice, analysis))
                .orElseGet(() -> none(analysis));
    }

    private static Answer none(Analysis analysis) {
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
                sure(advice),
                names(advice, Standing.OPEN),
                text.rivals(),
                Optional.of(why(advice) + " " + text.cost()),
                text.limit(),
                text.client());
    }

    private static String sure(Advice advice) {
        if (advice.rivals().isEmpty()) {
            return "One concurrent mode was measured: nothing says that another would not be faster.";
        }
        List<String> open = names(advice, Standing.OPEN);
        if (!open.isEmpty()) {
            return "Not settled: this run cannot tell it from %s."
                    .formatted(String.join(" and ", open));
        }
        List<String> equal = names(advice, Standing.EQUAL);
        return equal.isEmpty()
                ? "Settled: it differs from %s by more than noise."
                        .formatted(String.join(" and ", names(advice, Standing.APART)))
                : "Settled: %s %s as good within 5%%."
                        .formatted(String.join(" and ", equal), equal.size() == 1 ? "is" : "are");
    }

    private static List<String> names(Advice advice, Standing standing) {
        return advice.rivals().stream()
                .filter(rival -> standing(rival.verdict()) == standing)
                .map(rival -> rival.summary().mode())
                .map(ModeName::label)
                .toList();
    }

    private static Standing standing(Verdict verdict) {
        return switch (verdict) {
            case CannotTell _ -> Standing.OPEN;
            case Equal _ -> Standing.EQUAL;
            case Different different ->
                    different.isWithinMargin() ? Standing.EQUAL : Standing.APART;
        };
    }

    /// An upload on its own is no faster: more of them are on their way.
    private static String why(Advice advice) {
        ModeSummary best = advice.recommended();
        List<String> others =
                Stream.concat(advice.present().stream(), advice.rivals().stream())
                        .map(Advice.Rival::summary)
                        .distinct()
                        .flatMap(
                                other ->
                                        pace(other)
                                                .map(
                                                        pace ->
                                                                "%s %s and %s"
                                                                        .formatted(
                                                                                other.mode()
                                                                                        .label(),
                                                                                pace.p50(),
                                                                                pace.rate()))
                                                .stream())
                        .toList();
        String alone =
                advice.present()
                        .filter(present -> present.summary().mode() == ModeName.SEQUENTIAL)
                        .map(_ -> ", where sequential has one")
                        .orElse("");
        return "%d uploads are on their way at once%s: %s%s."
                .formatted(
                        best.setting().concurrency(),
                        alone,
                        pace(best)
                                .map(
                                        pace ->
                                                "one takes %s at the median, and %s end each second"
                                                        .formatted(pace.p50(), pace.rate()))
                                .orElse("how long each takes is not known"),
                        others.isEmpty() ? "" : " (" + String.join("; ", others) + ")");
    }

    private record Pace(String p50, String rate) {}

    private static Optional<Pace> pace(ModeSummary summary) {
        OptionalDouble p50 = summary.latencyMillis(all -> all.p50Nanos());
        Optional<Estimate> rate = summary.throughput();
        return p50.isPresent() && rate.isPresent()
                ? Optional.of(
                        new Pace(
                                FigureFormat.millis(p50.getAsDouble()),
                                FigureFormat.rate(rate.get().value())))
                : Optional.empty();
    }
}
