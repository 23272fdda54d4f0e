package dev.weft.plot;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/// From where to where the axis of values goes.
///
/// Every value and every pass is on it. A bar or an ideal that reaches far beyond is cut off: the
/// interval over 2 JVMs can be so wide that nothing else could be told apart.
record ValueRange(double low, double high) {
    /// How far beyond the values the axis follows bars and the ideal.
    private static final double REACH = 1.5;

    private static final double HEADROOM = 1.06;
    private static final double HEADROOM_FACTOR = 1.3;

    /// What there is of a linear axis before 0, so that 0 has its tick.
    private static final double ORIGIN = 0.002;

    /// The range for some lines.
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
        double top = Math.clamp(above, greatest, greatest * REACH);
        double bottom = Math.clamp(below, least / REACH, least);
        return logarithmic
                ? new ValueRange(bottom / HEADROOM_FACTOR, top * HEADROOM_FACTOR)
                : new ValueRange(-ORIGIN * top, top * HEADROOM);
    }

    /// The nearest value on the axis.
    double within(double value) {
        return Math.clamp(value, low, high);
    }

    /// Whether the bar of a mark of these lines is cut off.
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
