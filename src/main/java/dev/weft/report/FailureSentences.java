package dev.weft.report;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.FigureFormat;
import dev.weft.analysis.ModeSummary;

import java.util.ArrayList;
import java.util.List;

/// Writes the failures of a run as sentences.
final class FailureSentences {
    private FailureSentences() {}

    static List<String> of(Analysis analysis) {
        List<String> sentences = new ArrayList<>();
        for (ModeSummary summary : analysis.summaries()) {
            String prefix =
                    "%s, %s: "
                            .formatted(
                                    summary.mode().label(),
                                    summary.setting().among(analysis.settings()));
            of(summary).forEach(sentence -> sentences.add(prefix + sentence));
        }
        return sentences;
    }

    private static List<String> of(ModeSummary summary) {
        List<String> sentences = new ArrayList<>(summary.complaints());
        summary.failures()
                .forEach(
                        failed ->
                                sentences.add(
                                        "%,d of %,d uploads failed with %s"
                                                .formatted(
                                                        failed.items(),
                                                        summary.ended(),
                                                        failed.code())));
        if (summary.throttled() > 0) {
            sentences.add("%,d attempts were answered 503 or 429".formatted(summary.throttled()));
        }
        long retries =
                summary.rows().stream()
                        .flatMap(row -> row.measures().stream())
                        .mapToLong(measures -> measures.retries())
                        .sum();
        if (retries > 0) {
            sentences.add(
                    "%,d retries at %,d uploads (%s)"
                            .formatted(
                                    retries,
                                    summary.ended(),
                                    FigureFormat.percent((double) retries / summary.ended())));
        }
        return sentences;
    }
}
