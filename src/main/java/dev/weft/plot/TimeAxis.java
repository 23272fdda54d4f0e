package dev.weft.plot;

import dev.weft.analysis.FigureFormat;
import dev.weft.plan.ModeName;
import java.util.List;
import java.util.stream.IntStream;

/// The time axis of weaves, from 0.
///
/// @param endSeconds where it ends
record TimeAxis(double endSeconds) {
    static final String TITLE = "time since the pass began [s]";

    private static final int MOST_TICKS = 10;
    private static final double[] ROUND = {1, 2, 5, 10};

    /// How many times as long as the others the sequential mode may be and still be shown whole.
    private static final double TOO_FAR = 1.5;

    /// So that even a pass in which nothing took any time has an axis.
    private static final double LEAST = 1e-6;

    TimeAxis {
        if (!(endSeconds > 0)) {
            throw new IllegalArgumentException("an axis cannot end at " + endSeconds);
        }
    }

    /// The axis for some modes: as long as the longest concurrent one. The sequential mode takes
    /// many times as long; on an axis of its length nothing could be seen of the others.
    static TimeAxis of(List<ModeWeave> weaves) {
        double concurrent =
                weaves.stream()
                        .filter(weave -> weave.mode() != ModeName.SEQUENTIAL)
                        .mapToDouble(ModeWeave::endSeconds)
                        .max()
                        .orElse(0);
        double all = weaves.stream().mapToDouble(ModeWeave::endSeconds).max().orElse(0);
        boolean whole = concurrent == 0 || all <= TOO_FAR * concurrent;
        return new TimeAxis(Math.max(LEAST, whole ? all : concurrent));
    }

    /// Round numbers from 0 on.
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
