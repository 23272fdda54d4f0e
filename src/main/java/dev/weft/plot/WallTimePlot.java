package dev.weft.plot;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.FigureFormat;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import java.util.ArrayList;
import java.util.List;

/// Draws wall time against number of files, one line for each mode. A single case is drawn as one
/// bar for each mode.
public final class WallTimePlot {
    private WallTimePlot() {}

    /// Draws verified passes without failures, of one phase and of the newest fairness hash. Each
    /// mode and zip comes from its newest run.
    ///
    /// @param rows all rows of a file, in any order
    /// @throws PlotException if nothing is left to draw, or Java cannot draw on this machine
    public static Picture of(List<PassRow> rows, PlotOptions options) throws PlotException {
        PassSelection selection = TimeSelection.of(rows, options.run(), options.phase());
        Analysis analysis = Analysis.of(selection.rows());
        WallTimes times =
                new WallTimes(
                        ModeLine.ofWallTime(analysis, options.phase()),
                        IdealLine.ofWallTime(analysis, options.phase()),
                        options.logarithmic(),
                        Picture.room(options));
        boolean singleCase = analysis.settings().size() == 1;
        Heading heading =
                new Heading(
                        options.title().orElseGet(() -> title(selection.first(), singleCase)),
                        List.of(
                                setting(selection, times.lines(), options.phase()),
                                Terms.key(times.lines(), times.ideal(), times.range())
                                        + (singleCase ? "" : " Modes are set slightly apart.")));
        List<? extends Block> blocks = singleCase ? times.bars() : times.panels();
        return new Picture(new Sheet(heading, blocks, singleCase), options, selection.leftOut());
    }

    static String title(PassRow row, boolean singleCase) {
        Terms terms = new Terms(row);
        return "Time to upload %s%s to %s"
                .formatted(
                        singleCase ? FigureFormat.plain(row.setting().items().files()) + " " : "",
                        terms.files(),
                        terms.server());
    }

    static String setting(PassSelection selection, List<ModeLine> lines, Phase phase) {
        Terms terms = new Terms(selection.first());
        List<String> parts = new ArrayList<>();
        terms.latency().ifPresent(parts::add);
        boolean sequential = lines.stream().anyMatch(line -> line.mode() == ModeName.SEQUENTIAL);
        parts.add(terms.atOnce(sequential));
        parts.add(Terms.phase(phase));
        parts.add(Terms.verified(selection.rows()));
        return String.join(" \u00b7 ", parts);
    }
}
