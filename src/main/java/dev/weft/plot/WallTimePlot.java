package dev.weft.plot;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.FigureFormat;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.knowm.xchart.style.Styler.LegendPosition;

/// Draws wall time against number of files, one line for each mode. A single case is drawn as one
/// bar for each mode.
///
/// The sequential mode takes many times as long as the others. On its linear axis the others would
/// be too small to read, so a second chart leaves it out.
public final class WallTimePlot {
    private static final int WIDTH_FOR_TWO = 900;

    /// Ratio of the sequential mode to the slowest other above which the others need their own
    /// chart.
    private static final double SPLIT_RATIO = 4;

    private static final String ENLARGED =
            "the concurrent modes, enlarged (x: times as fast as sequential)";

    private final List<ModeLine> lines;
    private final List<ModeLine> concurrent;
    private final Optional<ModeLine> sequential;
    private final IdealLine ideal;
    private final boolean logarithmic;

    private WallTimePlot(Analysis analysis, PlotOptions options) {
        lines = ModeLine.ofWallTime(analysis, options.phase());
        concurrent = lines.stream().filter(line -> line.mode() != ModeName.SEQUENTIAL).toList();
        sequential = lines.stream().filter(line -> line.mode() == ModeName.SEQUENTIAL).findFirst();
        ideal = IdealLine.ofWallTime(analysis, options.phase());
        logarithmic = options.logarithmic();
    }

    /// Draws verified passes without failures, of one phase and of the newest fairness hash. Each
    /// mode and zip comes from its newest run.
    ///
    /// @param rows all rows of a file, in any order
    /// @throws PlotException if nothing is left to draw, or Java cannot draw on this machine
    public static Picture of(List<PassRow> rows, PlotOptions options) throws PlotException {
        PassSelection selection = WallTimeSelection.of(rows, options.run(), options.phase());
        Analysis analysis = Analysis.of(selection.rows());
        boolean singleCase = analysis.settings().size() == 1;
        WallTimePlot plot = new WallTimePlot(analysis, options);
        String title = options.title().orElse(title(selection.first(), singleCase));
        String conditions =
                conditions(selection.rows(), plot.sequential.isPresent(), options.phase());
        String markLegend = HeadingText.markLegend(plot.lines, plot.ideal, plot.range(plot.lines));
        String modeLegend = singleCase ? "" : " Modes are set slightly apart.";
        return new Picture(
                new Heading(title, List.of(conditions, markLegend + modeLegend)),
                singleCase ? plot.barCharts() : plot.lineCharts(Picture.pictureWidth(options)),
                singleCase,
                options,
                selection.omitted());
    }

    static String title(PassRow row, boolean singleCase) {
        HeadingText text = new HeadingText(row);
        return "Time to upload %s%s to %s"
                .formatted(
                        singleCase ? FigureFormat.plain(row.setting().items().files()) + " " : "",
                        text.files(),
                        text.server());
    }

    /// Returns the conditions of the passes.
    ///
    /// @param sequential whether the picture shows the sequential mode
    static String conditions(List<PassRow> rows, boolean sequential, Phase phase) {
        HeadingText text = new HeadingText(rows.getFirst());
        return text.conditions(
                List.of(
                        text.concurrency(sequential),
                        HeadingText.phase(phase),
                        HeadingText.verified(rows)));
    }

    private ValueRange range(List<ModeLine> shown) {
        return ValueRange.of(shown, ideal, logarithmic);
    }

    /// Returns the charts with lines against number of files.
    private List<LineChart> lineCharts(double pictureWidth) {
        return needsTwoCharts() && pictureWidth >= WIDTH_FOR_TWO
                ? List.of(lineChart("all modes", lines), lineChart(ENLARGED, concurrent))
                : List.of(lineChart("", lines));
    }

    private LineChart lineChart(String title, List<ModeLine> shown) {
        boolean enlarged = title.equals(ENLARGED);
        Axis axis = Axis.ofFiles(shown, logarithmic);
        LineChart chart = new LineChart(title, axis, "wall time [s]", range(shown), logarithmic);
        if (!enlarged) {
            chart.showLegend(LegendPosition.InsideNW);
        }
        ResultSeries series = new ResultSeries(chart);
        series.addIdeal(ideal, FigureFormat::seconds);
        for (ModeLine line : shown) {
            String mode = line.mode().label();
            String endText = mode + " " + FigureFormat.seconds(line.last().value());
            series.addMode(
                    line,
                    OptionalInt.empty(),
                    mode,
                    enlarged ? endText + speedUp(" (%s)", line) : endText);
        }
        return chart;
    }

    /// Returns the charts with the bars of a single case.
    private List<BarChart> barCharts() {
        return needsTwoCharts()
                ? List.of(barChart("all modes", lines), barChart(ENLARGED, concurrent))
                : List.of(barChart("", lines));
    }

    private BarChart barChart(String title, List<ModeLine> shown) {
        Optional<IdealLine.Point> idealPoint = ideal.points().stream().findFirst();
        int rows = shown.size() + (idealPoint.isPresent() ? 1 : 0);
        BarChart chart = new BarChart(title, range(shown), logarithmic, rows);
        shown.forEach(line -> chart.addMode(line, figures(line)));
        idealPoint.ifPresent(point -> chart.addIdeal(point, figures(point)));
        return chart;
    }

    /// Formats the ideal with its range. The range is a single value if latency is not the bound.
    private static String figures(IdealLine.Point point) {
        boolean isExact = point.range().low() == point.range().high();
        return FigureFormat.seconds(point.value())
                + (isExact ? "" : " (%s)".formatted(FigureFormat.range(point.range())));
    }

    private String figures(ModeLine line) {
        ModeLine.Point point = line.last();
        return FigureFormat.seconds(point.value())
                + (point.hasConfidenceInterval()
                        ? " (%s)".formatted(FigureFormat.range(point.bar()))
                        : "")
                + speedUp(", %s as fast", line);
    }

    private boolean needsTwoCharts() {
        double slowest =
                concurrent.stream()
                        .mapToDouble(line -> line.last().value())
                        .max()
                        .orElse(Double.POSITIVE_INFINITY);
        return !logarithmic
                && sequential
                        .filter(line -> line.last().value() > SPLIT_RATIO * slowest)
                        .isPresent();
    }

    /// Formats the speed-up over the sequential mode. Returns an empty text if the numbers of files
    /// differ.
    private String speedUp(String format, ModeLine line) {
        return sequential
                .filter(baseline -> baseline.mode() != line.mode())
                .map(ModeLine::last)
                .filter(baseline -> baseline.number() == line.last().number())
                .map(baseline -> baseline.value() / line.last().value())
                .map(ratio -> format.formatted(FigureFormat.times(ratio)))
                .orElse("");
    }
}
