package dev.weft.plot;

import dev.weft.plan.ModeName;
import java.util.List;

/// Axis of numbers of uploads from 0, in thousands.
///
/// @param title of the axis; empty if a panel below shows it
/// @param most largest number of any line
record UploadAxis(String title, double most) implements Axis {
    /// Free space beyond the outermost points, as a share of the axis length.
    private static final double MARGIN = 0.02;

    private static final double THOUSAND = 1_000;

    @Override
    public double position(int number) {
        return position((double) number);
    }

    /// Returns the position of a number of uploads.
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

    /// Returns a small distance, as the labels are short. The chart library places no ticks in a
    /// plot lower than this distance, and three panels in a small picture are low.
    @Override
    public int tickPixels() {
        return 40;
    }

    @Override
    public List<Tick> ticks() {
        return List.of();
    }
}
