package dev.weft.plot;

import dev.weft.analysis.FigureFormat;
import dev.weft.plan.ModeName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.knowm.xchart.style.Styler.LegendPosition;

/// Wall times of modes, in one block or in two.
///
/// One mode after another takes many times as long as the others. On the same linear axis they
/// would all lie on the floor; so a second block shows them without the sequential mode.
///
/// @param room how wide the picture is, in the unit of the lettering
record WallTimes(List<ModeLine> lines, IdealLine ideal, boolean logarithmic, double room) {
    private static final int ROOM_FOR_TWO = 900;

    /// From how many times as long on the others cannot be read beside the slowest.
    private static final double TOO_FAR = 4;

    private static final String ENLARGED =
            "the concurrent modes, enlarged (x: times as fast as sequential)";

    WallTimes {
        lines = List.copyOf(lines);
    }

    /// The values that all of them need.
    ValueRange range() {
        return ValueRange.of(lines, ideal, logarithmic);
    }

    /// Lines over numbers of files.
    List<Panel> panels() {
        return isApart() && room >= ROOM_FOR_TWO
                ? List.of(panel("all modes", lines, true), panel(ENLARGED, concurrent(), false))
                : List.of(panel("", lines, true));
    }

    /// Bars of one size alone.
    List<BarPanel> bars() {
        return isApart()
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

    /// Where latency is not what binds, there is no range.
    private static String figures(IdealLine.Point point) {
        boolean sharp = point.range().low() == point.range().high();
        return FigureFormat.seconds(point.value())
                + (sharp ? "" : " (%s)".formatted(FigureFormat.range(point.range())));
    }

    private String figures(ModeLine line) {
        Mark mark = line.last().mark();
        return FigureFormat.seconds(mark.value())
                + (mark.isOverJvms() ? " (%s)".formatted(FigureFormat.range(mark.bar())) : "")
                + speedUp(", %s as fast", line);
    }

    private boolean isApart() {
        Optional<ModeLine> sequential = sequential();
        return !logarithmic
                && sequential.isPresent()
                && !concurrent().isEmpty()
                && value(sequential.get())
                        > TOO_FAR
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

    /// How many times as fast as the sequential mode, where both were measured with as many files.
    private String speedUp(String form, ModeLine line) {
        return sequential()
                .filter(one -> one.mode() != line.mode() && one.last().at() == line.last().at())
                .map(one -> form.formatted(FigureFormat.times(value(one) / value(line))))
                .orElse("");
    }
}
