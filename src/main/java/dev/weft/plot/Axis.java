package dev.weft.plot;

import dev.weft.analysis.FigureFormat;
import dev.weft.plan.ModeName;
import java.util.EnumMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Horizontal axis of a chart: maps numbers to positions.
///
/// @param scale maps a number to its position
/// @param shift moves a position by a share of the axis length
/// @param start lowest position
/// @param end highest position
/// @param logarithmic whether the chart plots logarithms of positions
/// @param offsets shifts of the modes that keep their bars apart, as shares of the axis length
/// @param ticks labelled positions; empty if the chart library chooses them
/// @param tickSpacingPixels least distance of the ticks that the chart library chooses
record Axis(
        String title,
        DoubleUnaryOperator scale,
        DoubleBinaryOperator shift,
        double start,
        double end,
        boolean logarithmic,
        Map<ModeName, Double> offsets,
        List<Tick> ticks,
        int tickSpacingPixels) {
    /// Height of the title and labels that [#paintTicks] draws.
    static final int TICKS_HEIGHT = 34;

    private static final int TICK_SPACING = 74;
    private static final double TICK_LENGTH = 5;
    private static final double TICK_LABEL_GAP = 6;
    private static final int MOST_TIME_TICKS = 10;

    /// Label below the axis at a position.
    record Tick(double position, String name) {}

    /// Creates a linear axis from 0 without offsets.
    private Axis(
            String title,
            DoubleUnaryOperator scale,
            double end,
            List<Tick> ticks,
            int tickSpacingPixels) {
        this(
                title,
                scale,
                (position, _) -> position,
                0,
                end,
                false,
                Map.of(),
                ticks,
                tickSpacingPixels);
    }

    /// Creates an axis of numbers of files. The sequential mode takes far longer than the others,
    /// so it keeps its exact position.
    static Axis ofFiles(List<ModeLine> lines, boolean logarithmic) {
        double modeDistance = 0.013;
        double margin = 0.05;
        // Part of a linear axis below 0: makes the tick at 0 visible.
        double belowZero = 0.002;
        IntSummaryStatistics files = numbers(lines).summaryStatistics();
        int smallest = files.getMin();
        int largest = files.getMax();
        // On a logarithmic axis, a single number counts as a range from half to twice that number.
        boolean isSingle = smallest == largest;
        double logarithmicLength = Math.log(isSingle ? 4 : (double) largest / smallest);
        double logarithmicMargin = isSingle ? 0.5 : margin;
        DoubleBinaryOperator shift =
                logarithmic
                        ? (position, share) -> position * Math.exp(share * logarithmicLength)
                        : (position, share) -> position + share * largest;
        double start =
                logarithmic
                        ? shift.applyAsDouble(smallest, -logarithmicMargin)
                        // Few files beside very many lie so close to 0 that their shift is
                        // negative.
                        : Math.min(-belowZero * largest, smallest - 2 * modeDistance * largest);
        double end = shift.applyAsDouble(largest, logarithmic ? logarithmicMargin : margin);
        List<ModeName> concurrent =
                modes(lines).stream().filter(mode -> mode != ModeName.SEQUENTIAL).toList();
        return new Axis(
                "number of files",
                number -> number,
                shift,
                start,
                end,
                logarithmic,
                offsets(concurrent, modeDistance),
                List.of(),
                TICK_SPACING);
    }

    /// Creates an axis of concurrencies at their logarithm to base 2, with a tick at each measured
    /// concurrency.
    ///
    /// @param lines with at least two concurrencies
    static Axis ofConcurrency(List<ModeLine> lines) {
        double margin = 0.03;
        int[] measured = numbers(lines).distinct().sorted().toArray();
        double first = log2(measured[0]);
        double last = log2(measured[measured.length - 1]);
        double length = last - first;
        return new Axis(
                "concurrency: uploads open at once (logarithmic)",
                Axis::log2,
                (position, share) -> position + share * length,
                first - margin * length,
                last + margin * length,
                false,
                offsets(modes(lines), 0.006),
                IntStream.of(measured)
                        .mapToObj(number -> new Tick(log2(number), FigureFormat.plain(number)))
                        .toList(),
                TICK_SPACING);
    }

    /// Creates an axis of numbers of uploads from 0, in thousands.
    ///
    /// @param title of the axis; empty if a chart below shows it
    /// @param largest number of any line
    static Axis ofUploads(String title, double largest) {
        double thousand = 1_000;
        double margin = 0.02;
        // The labels are short, so their ticks may be close. The chart library places no ticks in a
        // plot lower than this distance, and three charts in a small picture are low.
        int tickSpacing = 40;
        double end = largest * (1 + margin) / thousand;
        return new Axis(title, uploads -> uploads / thousand, end, List.of(), tickSpacing);
    }

    /// Creates an axis of seconds from 0, with ticks at round numbers.
    static Axis ofTime(double endSeconds) {
        if (!(endSeconds > 0)) {
            throw new IllegalArgumentException("an axis cannot end at " + endSeconds);
        }
        double tenth = Math.pow(10, Math.floor(Math.log10(endSeconds)) - 1);
        double step =
                DoubleStream.of(1, 2, 5, 10)
                        .map(factor -> tenth * factor)
                        .filter(candidate -> endSeconds / candidate <= MOST_TIME_TICKS)
                        .findFirst()
                        .orElseThrow();
        List<Tick> ticks =
                IntStream.rangeClosed(0, (int) Math.floor(endSeconds / step))
                        .mapToObj(i -> new Tick(i * step, FigureFormat.plain(i * step)))
                        .toList();
        String title = "time since the pass began [s]";
        return new Axis(title, seconds -> seconds, endSeconds, ticks, TICK_SPACING);
    }

    /// Returns the position of a number.
    double position(double number) {
        return scale.applyAsDouble(number);
    }

    /// Returns the position of a number for a mode.
    double position(double number, ModeName mode) {
        return shift.applyAsDouble(position(number), offsets.getOrDefault(mode, 0.0));
    }

    /// Draws the title, and ticks with labels at the chosen positions. The chart library cannot
    /// place ticks at chosen positions. Omits a label that would touch its neighbour.
    ///
    /// @param x maps a position to pixels from the left
    /// @param y of the axis, in pixels from the top
    void paintTicks(Canvas canvas, DoubleUnaryOperator x, double y) {
        double titleX =
                x.applyAsDouble((start + end) / 2) - canvas.textWidth(title, Canvas.AXIS) / 2;
        double titleY = y + TICK_LENGTH + 2.8 * Canvas.TICK;
        canvas.text(title, Canvas.AXIS, ChartStyle.INK, titleX, titleY);
        double labelY = y + TICK_LENGTH + Canvas.TICK + 1;
        double previousEnd = Double.NEGATIVE_INFINITY;
        for (Tick tick : ticks) {
            double tickX = x.applyAsDouble(tick.position());
            canvas.graphics().setColor(ChartStyle.INK);
            canvas.line(tickX, y, tickX, y + TICK_LENGTH);
            double width = canvas.textWidth(tick.name(), Canvas.TICK);
            double left = tickX - width / 2;
            if (left > previousEnd) {
                canvas.text(tick.name(), Canvas.TICK, ChartStyle.INK, left, labelY);
                previousEnd = left + width + TICK_LABEL_GAP;
            }
        }
    }

    private static IntStream numbers(List<ModeLine> lines) {
        return lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToInt(ModeLine.Point::number);
    }

    private static List<ModeName> modes(List<ModeLine> lines) {
        return lines.stream().map(ModeLine::mode).toList();
    }

    private static Map<ModeName, Double> offsets(List<ModeName> modes, double distance) {
        Map<ModeName, Double> offsets = new EnumMap<>(ModeName.class);
        for (int i = 0; i < modes.size(); i++) {
            offsets.put(modes.get(i), (i - (modes.size() - 1) / 2.0) * distance);
        }
        return offsets;
    }

    private static double log2(double number) {
        return Math.log(number) / Math.log(2);
    }
}
