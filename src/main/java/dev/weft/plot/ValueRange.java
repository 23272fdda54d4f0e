package dev.weft.plot;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/// Range of the axis of values.
///
/// The range contains every value and every pass. It cuts off a bar or an ideal that reaches far
/// beyond them: an interval over 2 JVMs can be wide enough to hide all other differences.
record ValueRange(double low, double high) {
    /// Factor by which bars and the ideal may extend the range beyond the values.
    private static final double BAR_REACH = 1.5;

    private static final double HEADROOM = 1.06;
    private static final double HEADROOM_FACTOR = 1.3;

    /// Part of a linear axis below 0, as a share of its highest value: makes the tick at 0 visible.
    private static final double BELOW_ZERO = 0.002;

    /// Creates the range for lines.
    static ValueRange of(List<ModeLine> lines, IdealLine ideal, boolean logarithmic) {
        List<Mark> marks = lines.stream().flatMap(ModeLine::marks).toList();
        double greatest = values(marks).max().orElseThrow();
        double least = values(marks).min().orElseThrow();
        double above =
                DoubleStream.concat(
                                marks.stream().mapToDouble(mark -> mark.bar().high()),
                                ideal.points().stream().mapToDouble(point -> point.range().high()))
                        .max()
                        .orElseThrow();
        double below =
                DoubleStream.concat(
                                marks.stream().mapToDouble(mark -> mark.bar().low()),
                                ideal.points().stream().mapToDouble(point -> point.range().low()))
                        .min()
                        .orElseThrow();
        double top = Math.clamp(above, greatest, greatest * BAR_REACH);
        double bottom = Math.clamp(below, least / BAR_REACH, least);
        return logarithmic
                ? new ValueRange(bottom / HEADROOM_FACTOR, top * HEADROOM_FACTOR)
                : new ValueRange(-BELOW_ZERO * top, top * HEADROOM);
    }

    /// Returns the nearest value in the range.
    double within(double value) {
        return Math.clamp(value, low, high);
    }

    /// Returns whether the range cuts off a bar of these lines.
    boolean cutsOffABarOf(List<ModeLine> lines) {
        Predicate<Mark> beyond =
                mark -> mark.bar().high() > high || mark.bar().low() < Math.max(low, 0);
        return lines.stream().flatMap(ModeLine::marks).anyMatch(beyond);
    }

    private static DoubleStream values(List<Mark> marks) {
        return marks.stream()
                .flatMapToDouble(
                        mark ->
                                DoubleStream.concat(
                                        DoubleStream.of(mark.value()),
                                        mark.passes().stream().mapToDouble(pass -> pass)));
    }
}
