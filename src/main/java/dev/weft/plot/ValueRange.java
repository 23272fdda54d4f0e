package dev.weft.plot;

import java.util.DoubleSummaryStatistics;
import java.util.List;

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
        DoubleSummaryStatistics values = new DoubleSummaryStatistics();
        DoubleSummaryStatistics barEnds = new DoubleSummaryStatistics();
        for (ModeLine line : lines) {
            for (ModeLine.Point point : line.points()) {
                values.accept(point.value());
                point.passes().forEach(values::accept);
                barEnds.accept(point.bar().low());
                barEnds.accept(point.bar().high());
            }
        }
        for (IdealLine.Point point : ideal.points()) {
            barEnds.accept(point.range().low());
            barEnds.accept(point.range().high());
        }
        double greatest = values.getMax();
        double least = values.getMin();
        double top = Math.clamp(barEnds.getMax(), greatest, greatest * BAR_REACH);
        double bottom = Math.clamp(barEnds.getMin(), least / BAR_REACH, least);
        return logarithmic
                ? new ValueRange(bottom / HEADROOM_FACTOR, top * HEADROOM_FACTOR)
                : new ValueRange(-BELOW_ZERO * top, top * HEADROOM);
    }

    /// Returns the nearest value in the range.
    double clamp(double value) {
        return Math.clamp(value, low, high);
    }

    /// Returns whether the range cuts off a bar of these lines.
    boolean cutsOffBars(List<ModeLine> lines) {
        return lines.stream()
                .flatMap(line -> line.points().stream())
                .map(ModeLine.Point::bar)
                .anyMatch(bar -> bar.high() > high || bar.low() < Math.max(low, 0));
    }
}
