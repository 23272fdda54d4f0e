package dev.weft.plot;

import dev.weft.analysis.FigureFormat;
import dev.weft.plan.ModeName;
import java.util.List;

/// Axis of concurrencies at their logarithm to base 2, with a tick at each measured concurrency.
///
/// @param measured in ascending order, at least two
/// @param beside modes offset from each other, from left to right
record ConcurrencyAxis(List<Integer> measured, List<ModeName> beside) implements Axis {
    /// Distance between neighbouring modes, as a share of the axis length.
    private static final double MODE_DISTANCE = 0.006;

    /// Free space beyond the outermost points, as a share of the axis length.
    private static final double MARGIN = 0.03;

    ConcurrencyAxis {
        measured = List.copyOf(measured);
        beside = List.copyOf(beside);
    }

    /// Creates the axis for lines.
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

    /// Returns the position of a concurrency, which may lie between measured ones.
    double position(double number) {
        return Math.log(number) / Math.log(2);
    }

    @Override
    public double position(int number, ModeName mode) {
        return position(number)
                + (beside.indexOf(mode) - (beside.size() - 1) / 2.0) * MODE_DISTANCE * length();
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
