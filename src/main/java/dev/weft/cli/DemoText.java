package dev.weft.cli;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.FigureFormat;
import dev.weft.analysis.ModeSummary;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.stats.Estimate;
import java.util.List;
import java.util.Optional;

/// Summarizes the result of a demonstration.
record DemoText(Analysis analysis) {
    /// Returns one sentence; empty if the sequential mode or all others failed.
    Optional<String> sentence() {
        Optional<Double> sequential = seconds(ModeName.SEQUENTIAL);
        List<Double> others =
                analysis.summaries().stream()
                        .filter(summary -> summary.mode() != ModeName.SEQUENTIAL)
                        .flatMap(summary -> seconds(summary).stream())
                        .sorted()
                        .toList();
        return sequential.isEmpty() || others.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "With %d at once the %d files took %s instead of %s, because most of an upload is waiting; which form is best for your files and your server, weft run measures."
                                .formatted(
                                        analysis.settings().getFirst().concurrency(),
                                        analysis.settings().getFirst().files(),
                                        range(others),
                                        FigureFormat.seconds(sequential.get())));
    }

    private static String range(List<Double> seconds) {
        String low = FigureFormat.seconds(seconds.getFirst());
        String high = FigureFormat.seconds(seconds.getLast());
        return low.equals(high) ? low : FigureFormat.digits(seconds.getFirst()) + " to " + high;
    }

    private Optional<Double> seconds(ModeName mode) {
        return analysis.summaries().stream()
                .filter(summary -> summary.mode() == mode)
                .flatMap(summary -> seconds(summary).stream())
                .findFirst();
    }

    private static Optional<Double> seconds(ModeSummary summary) {
        return summary.wallSeconds(Phase.WARM).map(Estimate::value);
    }
}
