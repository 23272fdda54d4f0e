package dev.weft.plot;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.Sweep;
import dev.weft.plan.ModeName;
import dev.weft.record.PassRow;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.OptionalInt;
import org.knowm.xchart.style.Styler.LegendPosition;

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
        List<Sweep> all = Sweep.of(Analysis.of(selection.rows()));
        List<Sweep> sweeps = all.stream().filter(sweep -> !isSequential(sweep)).toList();
        List<ModeLine> lines = sweeps.stream().map(ModeLine::ofThroughput).toList();
        IdealLine ideal = IdealLine.ofThroughput(sweeps);
        ValueRange range = ValueRange.of(lines, ideal, options.logarithmic());
        ScalabilityCurves curves = ScalabilityCurves.of(sweeps);

        Axis axis = Axis.ofConcurrency(lines);
        LineChart chart = new LineChart("", axis, "uploads a second", range, options.logarithmic());
        // The free corner: throughput is low on the left, its logarithm is high on the right.
        chart.showLegend(options.logarithmic() ? LegendPosition.InsideSE : LegendPosition.InsideNW);
        all.stream()
                .filter(ConcurrencyPlot::isSequential)
                .forEach(sweep -> addLevel(chart, ModeLine.ofThroughput(sweep)));
        ResultSeries series = new ResultSeries(chart);
        series.addIdeal(ideal, ConcurrencyPlot::rate);
        for (int i = 0; i < lines.size(); i++) {
            addMode(series, lines.get(i), sweeps.get(i).knee().setting().concurrency());
            curves.addTo(chart, sweeps.get(i));
        }

        HeadingText text = new HeadingText(selection.first());
        List<String> conditions =
                List.of(
                        filesPerPass(sweeps),
                        "warm passes",
                        HeadingText.verified(selection.rows()));
        List<String> explanation = new ArrayList<>();
        explanation.add(text.conditions(conditions));
        explanation.add(
                HeadingText.markLegend(lines, ideal, range)
                        + " Ring: the smallest concurrency within 5% of the mode's best.");
        explanation.addAll(curves.remarks());
        String title =
                "Uploads a second against concurrency: %s to %s"
                        .formatted(text.files(), text.server());
        return new Picture(
                new Heading(options.title().orElse(title), explanation),
                List.of(chart),
                false,
                options,
                selection.omitted());
    }

    private static boolean isSequential(Sweep sweep) {
        return sweep.mode() == ModeName.SEQUENTIAL;
    }

    private static void addMode(ResultSeries series, ModeLine line, int sufficient) {
        String format =
                sufficient < line.last().number()
                        ? "%s: %,d at once are enough"
                        : "%s: best with %,d at once, the most measured";
        String mode = line.mode().label();
        series.addMode(
                line,
                OptionalInt.of(sufficient),
                format.formatted(mode, sufficient),
                mode + " " + rate(line.last().value()));
    }

    /// Adds a dotted horizontal line at the throughput of the sequential mode, whose only
    /// concurrency is 1.
    private static void addLevel(LineChart chart, ModeLine line) {
        double value = line.last().value();
        double y = chart.range().clamp(value);
        Color color = ModeStyle.of(line.mode()).color();
        List<Double> x = List.of(chart.axis().start(), chart.axis().end());
        BasicStroke dotted = ResultSeries.DOTTED;
        String name = line.mode().label();
        var _ = ChartStyle.addLine(chart.chart(), name, color, dotted, x, List.of(y, y));
        chart.addEndLabel("sequential " + rate(value), color, value);
    }

    /// Formats a rate like the table of a run.
    private static String rate(double value) {
        return "%,.0f/s".formatted(value);
    }

    private static String filesPerPass(List<Sweep> sweeps) {
        IntSummaryStatistics files =
                sweeps.stream()
                        .flatMap(sweep -> sweep.points().values().stream())
                        .mapToInt(point -> point.setting().files())
                        .summaryStatistics();
        return files.getMin() == files.getMax()
                ? "%,d files a pass".formatted(files.getMin())
                : "%,d to %,d files a pass".formatted(files.getMin(), files.getMax());
    }
}
