package dev.weft.plot;

import dev.weft.analysis.FigureFormat;
import dev.weft.plan.ModeName;
import java.util.List;

/// Where concurrencies stand on their axis: at their logarithm to the base 2, each that was
/// measured with its tick.
///
/// @param measured from the smallest on, at least two
/// @param beside the modes that stand beside each other, from left to right
record ConcurrencyAxis(List<Integer> measured, List<ModeName> beside) implements Axis {
    /// How far modes stand apart, as a part of the length of the axis.
    private static final double APART = 0.006;

    /// What is left free beyond the outermost points, likewise.
    private static final double MARGIN = 0.03;

    ConcurrencyAxis {
        measured = List.copyOf(measured);
        beside = List.copyOf(beside);
    }

    /// The axis for some lines.
    static ConcurrencyAxis of(List<ModeLine> lines) {
        return new ConcurrencyAxis(
                lines.stream()
                        .flatMap(line -> line.points().stream())
                        .map(ModeLine.Point::at)
                        .distinct()
                        .sorted()
                        .toList(),
                lines.stream().map(ModeLine::mode).toList());
    }

    @Override
    public String title() {
        return "concurrency: uploads open at once (logarithmic)";
    }

    @Override
    public double position(int number) {
        return position((double) number);
    }

    /// Where a concurrency between those that were measured is.
    double position(double number) {
        return Math.log(number) / Math.log(2);
    }

    @Override
    public double position(int number, ModeName mode) {
        return position(number)
                + (beside.indexOf(mode) - (beside.size() - 1) / 2.0) * APART * length();
    }

    @Override
    public double start() {
        return position(measured.getFirst()) - MARGIN * length();
    }

    @Override
    public double end() {
        return position(measured.getLast()) + MARGIN * length();
    }

    @Override
    public boolean logarithmic() {
        return false;
    }

    @Override
    public List<Tick> ticks() {
        return measured.stream()
                .map(number -> new Tick(position(number), FigureFormat.plain(number)))
                .toList();
    }

    private double length() {
        return position(measured.getLast()) - position(measured.getFirst());
    }
}
