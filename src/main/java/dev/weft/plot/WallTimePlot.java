package dev.weft.plot;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.FigureFormat;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import java.util.ArrayList;
import java.util.List;

/// A picture of wall time against number of files, a line for each mode; of one size alone, a bar
/// for each mode.
public final class WallTimePlot {
    private WallTimePlot() {}

    /// Draws what may stand in one picture: passes that ended well and are verified, of one phase,
    /// of the newest group of equal fairness, each mode and size as the newest run measured it.
    ///
    /// @param rows all rows of a file, in any order
    /// @throws PlotException when nothing is left to draw, or Java cannot draw on this machine
    public static Picture of(List<PassRow> rows, PlotOptions options) throws PlotException {
        PassSelection selection = TimeSelection.of(rows, options.run(), options.phase());
        Analysis analysis = Analysis.of(selection.rows());
        WallTimes times =
                new WallTimes(
                        ModeLine.ofWallTime(analysis, options.phase()),
                        IdealLine.ofWallTime(analysis, options.phase()),
                        options.logarithmic(),
                        Picture.room(options));
        boolean one = analysis.settings().size() == 1;
        Heading heading =
                new Heading(
                        options.title().orElseGet(() -> title(selection.first(), one)),
                        List.of(
                                setting(selection, times.lines(), options.phase()),
                                Terms.key(times.lines(), times.ideal(), times.range())
                                        + (one ? "" : " Modes are set slightly apart.")));
        List<? extends Block> blocks = one ? times.bars() : times.panels();
        return new Picture(new Sheet(heading, blocks, one), options, selection.leftOut());
    }

    static String title(PassRow row, boolean one) {
        Terms terms = new Terms(row);
        return "Time to upload %s%s to %s"
                .formatted(
                        one ? FigureFormat.plain(row.setting().items().files()) + " " : "",
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
