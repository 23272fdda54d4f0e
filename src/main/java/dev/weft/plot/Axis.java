package dev.weft.plot;

import dev.weft.plan.ModeName;
import java.util.List;

/// The horizontal axis of a line chart.
sealed interface Axis permits FileAxis, ConcurrencyAxis, UploadAxis {
    /// A number that has its name below the axis.
    ///
    /// @param position where it stands
    record Tick(double position, String name) {}

    /// What it counts.
    String title();

    /// Where a number is.
    double position(int number);

    /// Where a number of a mode is: modes stand a little beside each other, or their bars would
    /// cover each other.
    double position(int number, ModeName mode);

    /// The least position.
    double start();

    /// The greatest position.
    double end();

    /// Whether the chart is to take logarithms of positions.
    boolean logarithmic();

    /// How far ticks are apart at least, where the chart may choose them.
    default int tickPixels() {
        return 74;
    }

    /// The numbers to name; none where the chart may choose.
    List<Tick> ticks();
}
