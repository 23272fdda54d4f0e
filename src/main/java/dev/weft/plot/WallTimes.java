package dev.weft.plot;

import dev.weft.analysis.FigureFormat;
import dev.weft.plan.ModeName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.knowm.xchart.style.Styler.LegendPosition;

/// Wall times of the modes, in one or two panels.
///
/// The sequential mode takes many times as long as the others. On its linear axis the others would
/// be too small to read, so a second panel leaves it out.
///
/// @param room width of the picture, in the unit of the font sizes
record WallTimes(List<ModeLine> lines, IdealLine ideal, boolean logarithmic, double room) {
    private static final int WIDTH_FOR_TWO = 900;

    /// Ratio of the sequential mode to the slowest other above which the others need their own
    /// panel.
    private static final double SPLIT_RATIO = 4;

    private static final String ENLARGED =
            "the concurrent modes, enlarged (x: times as fast as sequential)";

    WallTimes {
        lines = List.copyOf(lines);
    }

    /// Returns the range of the values of all lines.
    ValueRange range() {
        return ValueRange.of(lines, ideal, logarithmic);
    }

    /// Returns the panels with lines against number of files.
    List<Panel> panels() {
        return needsTwoPanels() && room >= WIDTH_FOR_TWO
                ? List.of(panel("all modes", lines, true), panel(ENLARGED, concurrent(), false))
                : List.of(panel("", lines, true));
    }

    /// Returns the panels with the bars of a single case.
    List<BarPanel> bars() {
        return needsTwoPanels()
                ? List.of(bars("all modes", lines), bars(ENLARGED, concurrent()))
                : List.of(bars("", lines));
    }

    private Panel panel(String title, List<ModeLine> shown, boolean legend) {
        FileAxis axis = FileAxis.of(shown, logarithmic);
        Stream<Layer> modes =
                shown.stream()
                        .map(
                                line ->
                                        new ModeSeries(
                                                axis,
                                                line,
                                                OptionalInt.empty(),
                                                line.mode().label(),
                                                "%s %s%s"
                                                        .formatted(
                                                                line.mode().label(),
                                                                FigureFormat.seconds(value(line)),
                                                                legend
                                                                        ? ""
                                                                        : speedUp(" (%s)", line))));
        String idealText =
                ideal.points().isEmpty()
                        ? ""
                        : "ideal " + FigureFormat.seconds(ideal.points().getLast().value());
        return new Panel(
                title,
                axis,
                "wall time [s]",
                ValueRange.of(shown, ideal, logarithmic),
                logarithmic,
                Stream.concat(Stream.of(new IdealSeries(axis, ideal, idealText)), modes).toList(),
                legend ? Optional.of(LegendPosition.InsideNW) : Optional.empty());
    }

    private BarPanel bars(String title, List<ModeLine> shown) {
        return new BarPanel(
                title,
                shown.stream().map(line -> new BarPanel.Row(line, figures(line))).toList(),
                ideal.points().stream()
                        .findFirst()
                        .map(point -> new BarPanel.Ideal(point, figures(point))),
                ValueRange.of(shown, ideal, logarithmic),
                logarithmic);
    }

    /// Formats the ideal with its range. The range is a single value if latency is not the bound.
    private static String figures(IdealLine.Point point) {
        boolean isExact = point.range().low() == point.range().high();
        return FigureFormat.seconds(point.value())
                + (isExact ? "" : " (%s)".formatted(FigureFormat.range(point.range())));
    }

    private String figures(ModeLine line) {
        Mark mark = line.last().mark();
        return FigureFormat.seconds(mark.value())
                + (mark.isOverJvms() ? " (%s)".formatted(FigureFormat.range(mark.bar())) : "")
                + speedUp(", %s as fast", line);
    }

    private boolean needsTwoPanels() {
        Optional<ModeLine> sequential = sequential();
        return !logarithmic
                && sequential.isPresent()
                && !concurrent().isEmpty()
                && value(sequential.get())
                        > SPLIT_RATIO
                                * concurrent().stream()
                                        .mapToDouble(WallTimes::value)
                                        .max()
                                        .orElseThrow();
    }

    private Optional<ModeLine> sequential() {
        return lines.stream().filter(line -> line.mode() == ModeName.SEQUENTIAL).findFirst();
    }

    private List<ModeLine> concurrent() {
        return lines.stream().filter(line -> line.mode() != ModeName.SEQUENTIAL).toList();
    }

    private static double value(ModeLine line) {
        return line.last().mark().value();
    }

    /// Formats the speed-up over the sequential mode. Returns an empty text if the numbers of files
    /// differ.
    private String speedUp(String format, ModeLine line) {
        return sequential()
                .filter(
                        baseline ->
                                baseline.mode() != line.mode()
                                        && baseline.last().at() == line.last().at())
                .map(
                        baseline ->
                                format.formatted(FigureFormat.times(value(baseline) / value(line))))
                .orElse("");
    }
}
