package dev.weft.plot;

import dev.weft.record.PassRow;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which picture.
public enum Chart {
    /// Wall time against number of files.
    TIME,
    /// Uploads a second against concurrency.
    CONCURRENCY;

    /// The name on the command line.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The chart of that label.
    public static Optional<Chart> ofLabel(String label) {
        return Arrays.stream(values()).filter(chart -> chart.label().equals(label)).findFirst();
    }

    /// Draws it.
    ///
    /// @param rows all rows of a file, in any order
    /// @throws PlotException when there is nothing to draw, or Java cannot draw on this machine
    public Picture of(List<PassRow> rows, PlotOptions options) throws PlotException {
        return switch (this) {
            case TIME -> WallTimePlot.of(rows, options);
            case CONCURRENCY -> ConcurrencyPlot.of(rows, options);
        };
    }
}
