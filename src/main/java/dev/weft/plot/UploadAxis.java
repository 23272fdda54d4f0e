package dev.weft.plot;

import dev.weft.plan.ModeName;
import java.util.List;

/// Where numbers of uploads stand on their axis, from 0, in thousands.
///
/// @param title what it counts; empty where an axis below says it
/// @param most the largest number of any line
record UploadAxis(String title, double most) implements Axis {
    /// What is left free beyond the outermost points, as a part of the length of the axis.
    private static final double MARGIN = 0.02;

    private static final double THOUSAND = 1_000;

    @Override
    public double position(int number) {
        return position((double) number);
    }

    /// Where a number between whole ones is.
    double position(double number) {
        return number / THOUSAND;
    }

    @Override
    public double position(int number, ModeName mode) {
        return position((double) number);
    }

    @Override
    public double start() {
        return 0;
    }

    @Override
    public double end() {
        return position(most * (1 + MARGIN));
    }

    @Override
    public boolean logarithmic() {
        return false;
    }

    /// Few digits need little room. The chart library places nothing in a plot that is lower than
    /// this, and three panels in a small picture are low.
    @Override
    public int tickPixels() {
        return 40;
    }

    @Override
    public List<Tick> ticks() {
        return List.of();
    }
}
