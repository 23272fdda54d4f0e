package dev.weft.plot;

import dev.weft.analysis.FigureFormat;
import dev.weft.plan.ModeName;
import java.util.List;
import java.util.stream.IntStream;

/// Time axis of weaves, from 0.
///
/// @param endSeconds end of the axis
record TimeAxis(double endSeconds) {
    static final String TITLE = "time since the pass began [s]";

    private static final int MOST_TICKS = 10;
    private static final double[] ROUND = {1, 2, 5, 10};

    /// Largest ratio of the sequential mode to the others at which the axis shows it whole.
    private static final double WHOLE_RATIO = 1.5;

    /// Shortest axis, for passes that take no time.
    private static final double SHORTEST_SECONDS = 1e-6;

    TimeAxis {
        if (!(endSeconds > 0)) {
            throw new IllegalArgumentException("an axis cannot end at " + endSeconds);
        }
    }

    /// Creates the axis for modes, as long as the longest concurrent mode. The sequential mode
    /// takes many times as long: an axis of its length would make the others too small to read.
    static TimeAxis of(List<ModeWeave> weaves) {
        double concurrent =
                weaves.stream()
                        .filter(weave -> weave.mode() != ModeName.SEQUENTIAL)
                        .mapToDouble(ModeWeave::endSeconds)
                        .max()
                        .orElse(0);
        double longest = weaves.stream().mapToDouble(ModeWeave::endSeconds).max().orElse(0);
        boolean showsAll = concurrent == 0 || longest <= WHOLE_RATIO * concurrent;
        return new TimeAxis(Math.max(SHORTEST_SECONDS, showsAll ? longest : concurrent));
    }

    /// Returns ticks at round numbers from 0 on.
    List<Axis.Tick> ticks() {
        double step = step();
        return IntStream.rangeClosed(0, (int) Math.floor(endSeconds / step))
                .mapToObj(i -> new Axis.Tick(i * step, FigureFormat.plain(i * step)))
                .toList();
    }

    private double step() {
        double tenth = Math.pow(10, Math.floor(Math.log10(endSeconds)) - 1);
        for (double factor : ROUND) {
            if (endSeconds / (tenth * factor) <= MOST_TICKS) {
                return tenth * factor;
            }
        }
        throw new IllegalStateException("ten steps reach from a power of ten to the next");
    }
}
