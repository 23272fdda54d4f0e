package dev.weft.plot;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.Sweep;
import dev.weft.plan.ModeName;
import dev.weft.record.PassRow;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;

/// Draws uploads per second against concurrency, one line for each mode. The picture includes the
/// ideal, the Universal Scalability Law where it fits, and the smallest concurrency that is enough.
public final class ConcurrencyPlot {
    private ConcurrencyPlot() {}

    /// Draws the chosen run, or the newest run that has several concurrencies. The points are warm,
    /// verified passes without failures.
    ///
    /// @param rows all rows of a file, in any order
    /// @throws PlotException if no run has several concurrencies, or Java cannot draw on this
    ///   machine
    public static Picture of(List<PassRow> rows, PlotOptions options) throws PlotException {
        PassSelection selection = SweepSelection.of(rows, options.run());
        List<Sweep> sweeps = Sweep.of(Analysis.of(selection.rows()));
        Throughputs throughputs = Throughputs.of(sweeps);
        Panel panel = throughputs.panel(options.logarithmic());
        Terms terms = new Terms(selection.first());
        Heading heading =
                new Heading(
                        options.title()
                                .orElseGet(
                                        () ->
                                                "Uploads a second against concurrency: %s to %s"
                                                        .formatted(terms.files(), terms.server())),
                        headingLines(selection, throughputs, sweeps, panel.range()));
        return new Picture(new Sheet(heading, List.of(panel), false), options, selection.leftOut());
    }

    private static List<String> headingLines(
            PassSelection selection,
            Throughputs throughputs,
            List<Sweep> sweeps,
            ValueRange range) {
        Terms terms = new Terms(selection.first());
        List<String> parts = new ArrayList<>();
        terms.latency().ifPresent(parts::add);
        parts.add(filesPerPass(sweeps));
        parts.add("warm passes");
        parts.add(Terms.verified(selection.rows()));
        List<String> lines = new ArrayList<>();
        lines.add(String.join(" \u00b7 ", parts));
        lines.add(
                Terms.key(throughputs.lines(), throughputs.ideal(), range)
                        + " Ring: the smallest concurrency within 5% of the mode's best.");
        lines.addAll(throughputs.laws().remarks());
        return lines;
    }

    private static String filesPerPass(List<Sweep> sweeps) {
        IntSummaryStatistics files =
                sweeps.stream()
                        .filter(sweep -> sweep.mode() != ModeName.SEQUENTIAL)
                        .flatMap(sweep -> sweep.points().values().stream())
                        .mapToInt(point -> point.setting().files())
                        .summaryStatistics();
        return files.getMin() == files.getMax()
                ? "%,d files a pass".formatted(files.getMin())
                : "%,d to %,d files a pass".formatted(files.getMin(), files.getMax());
    }
}
