package dev.weft.plot;

import dev.weft.plan.ModeName;
import java.util.List;

/// Where numbers of files stand on their axis.
///
/// The concurrent modes stand a little beside each other, or their bars would cover each other. The
/// sequential mode is far above them and stays where it belongs.
///
/// @param smallest number of files of any line
/// @param largest number of files of any line
/// @param beside the modes that stand beside each other, from left to right
record FileAxis(int smallest, int largest, List<ModeName> beside, boolean logarithmic)
        implements Axis {
    /// How far modes stand apart, as a part of the length of the axis.
    private static final double APART = 0.013;

    /// What is left free beyond the outermost points, likewise.
    private static final double MARGIN = 0.05;

    /// What there is of a linear axis before 0, so that 0 has its tick.
    private static final double ORIGIN = 0.002;

    /// The axis for some lines.
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
        int place = beside.indexOf(mode);
        return place < 0 ? files : moved(files, (place - (beside.size() - 1) / 2.0) * APART);
    }

    @Override
    public double start() {
        // Few files beside very many stand so near to 0 that what sets them apart takes them below.
        return logarithmic
                ? moved(smallest, -margin())
                : Math.min(moved(0, -ORIGIN), moved(smallest, -2 * APART));
    }

    @Override
    public double end() {
        return moved(largest, logarithmic ? margin() : MARGIN);
    }

    private double margin() {
        return smallest < largest ? MARGIN : 0.5;
    }

    private double moved(double files, double part) {
        return logarithmic ? files * Math.exp(part * logarithmicLength()) : files + part * largest;
    }

    /// From the first to the last number; for a single one, as if there were half and twice as
    /// many.
    private double logarithmicLength() {
        return Math.log(smallest < largest ? (double) largest / smallest : 4);
    }
}
