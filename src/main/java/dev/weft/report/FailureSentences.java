package dev.weft.report;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.FigureFormat;
import dev.weft.analysis.ModeSummary;
import dev.weft.record.PassMeasures;
import java.util.ArrayList;
import java.util.List;

/// Writes the failures of a run as sentences.
final class FailureSentences {
    private FailureSentences() {}

    static List<String> of(Analysis analysis) {
        List<String> sentences = new ArrayList<>();
        for (ModeSummary summary : analysis.summaries()) {
            String benchmarkCase = summary.setting().among(analysis.settings());
            String prefix = "%s, %s: ".formatted(summary.mode().label(), benchmarkCase);
            of(summary).forEach(sentence -> sentences.add(prefix + sentence));
        }
        return sentences;
    }

    private static List<String> of(ModeSummary summary) {
        List<String> sentences = new ArrayList<>(summary.complaints());
        long ended = summary.ended();
        summary.failures().stream()
                .map(
                        one ->
                                "%,d of %,d uploads failed with %s"
                                        .formatted(one.items(), ended, one.code()))
                .forEach(sentences::add);
        if (summary.throttled() > 0) {
            sentences.add("%,d attempts were answered 503 or 429".formatted(summary.throttled()));
        }
        long retries =
                summary.rows().stream()
                        .flatMap(row -> row.measures().stream())
                        .mapToLong(PassMeasures::retries)
                        .sum();
        if (retries > 0) {
            String share = FigureFormat.percent((double) retries / ended);
            sentences.add("%,d retries at %,d uploads (%s)".formatted(retries, ended, share));
        }
        return sentences;
    }
}
