package dev.weft.plot;

import dev.weft.plan.ModeName;
import java.util.List;

/// Axis of numbers of files.
///
/// The concurrent modes are offset from each other, so that their bars stay apart. The sequential
/// mode takes far longer and keeps its exact position.
///
/// @param beside modes offset from each other, from left to right
record FileAxis(int smallest, int largest, List<ModeName> beside, boolean logarithmic)
        implements Axis {
    /// Distance between neighbouring modes, as a share of the axis length.
    private static final double MODE_DISTANCE = 0.013;

    /// Free space beyond the outermost points, as a share of the axis length.
    private static final double MARGIN = 0.05;

    /// Part of a linear axis below 0, as a share of the largest number: makes the tick at 0
    /// visible.
    private static final double BELOW_ZERO = 0.002;

    /// Creates the axis for lines.
    static FileAxis of(List<ModeLine> lines, boolean logarithmic) {
        List<Integer> files =
                lines.stream()
                        .flatMap(line -> line.points().stream())
                        .map(ModeLine.Point::at)
                        .sorted()
                        .toList();
        List<ModeName> beside =
                lines.stream()
                        .map(ModeLine::mode)
                        .filter(mode -> mode != ModeName.SEQUENTIAL)
                        .toList();
        return new FileAxis(files.getFirst(), files.getLast(), beside, logarithmic);
    }

    @Override
    public String title() {
        return "number of files";
    }

    @Override
    public List<Tick> ticks() {
        return List.of();
    }

    @Override
    public double position(int files) {
        return files;
    }

    @Override
    public double position(int files, ModeName mode) {
        int index = beside.indexOf(mode);
        return index < 0
                ? files
                : shifted(files, (index - (beside.size() - 1) / 2.0) * MODE_DISTANCE);
    }

    @Override
    public double start() {
        // A few files beside very many lie so close to 0 that their offset is negative.
        return logarithmic
                ? shifted(smallest, -margin())
                : Math.min(shifted(0, -BELOW_ZERO), shifted(smallest, -2 * MODE_DISTANCE));
    }

    @Override
    public double end() {
        return shifted(largest, logarithmic ? margin() : MARGIN);
    }

    private double margin() {
        return smallest < largest ? MARGIN : 0.5;
    }

    private double shifted(double files, double share) {
        return logarithmic
                ? files * Math.exp(share * logarithmicLength())
                : files + share * largest;
    }

    /// Returns the natural logarithm of largest / smallest. A single number counts as a range from
    /// half to twice that number.
    private double logarithmicLength() {
        return Math.log(smallest < largest ? (double) largest / smallest : 4);
    }
}
