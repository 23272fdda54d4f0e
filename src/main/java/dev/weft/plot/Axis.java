package dev.weft.plot;

import dev.weft.plan.ModeName;
import java.util.List;

/// Horizontal axis of a line chart: maps numbers to positions.
sealed interface Axis permits FileAxis, ConcurrencyAxis, UploadAxis {
    /// Label below the axis at a position.
    record Tick(double position, String name) {}

    /// Returns the title of the axis.
    String title();

    /// Returns the position of a number.
    double position(int number);

    /// Returns the position of a number for a mode. An axis may offset the modes slightly, so that
    /// their bars stay apart.
    double position(int number, ModeName mode);

    /// Returns the lowest position.
    double start();

    /// Returns the highest position.
    double end();

    /// Returns whether the chart plots logarithms of positions.
    boolean logarithmic();

    /// Returns the least distance of the ticks that the chart chooses, in pixels.
    default int tickPixels() {
        return 74;
    }

    /// Returns the labelled positions; empty if the chart chooses them.
    List<Tick> ticks();
}
