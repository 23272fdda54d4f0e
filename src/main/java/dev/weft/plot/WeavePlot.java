package dev.weft.plot;

import dev.weft.analysis.BenchmarkCase;
import dev.weft.analysis.RepresentativePass;
import dev.weft.analysis.Weave;
import dev.weft.csv.RecordException;
import dev.weft.record.ItemRow;
import dev.weft.record.PassId;
import dev.weft.record.PassRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Draws one pass of each mode. Each upload is a thin bar in its lane, below the lane of the unzip
/// stage.
public final class WeavePlot {
    private WeavePlot() {}

    /// Draws the representative pass of each mode in one case of one run.
    ///
    /// @param rows all rows of a file, in any order
    /// @param timings of the items of these passes
    /// @throws PlotException if no pass has timings, or Java cannot draw on this machine
    /// @throws RecordException if timings cannot be read
    public static Picture of(
            List<PassRow> rows, ItemTimings timings, WeaveChoice choice, PlotOptions options)
            throws PlotException, RecordException {
        List<RepresentativePass> passes =
                WeaveSelection.of(rows, timings, options.run(), options.phase(), choice);
        List<ModeWeave> weaves = weaves(passes, timings);
        TimeAxis axis = TimeAxis.of(weaves);
        Heading heading = WeaveHeading.of(weaves, axis, options);
        return new Picture(
                new Sheet(heading, List.of(new WeaveChart(weaves, axis)), false),
                options,
                leftOut(rows, passes.stream().map(RepresentativePass::row).toList(), options));
    }

    private static Optional<String> leftOut(
            List<PassRow> rows, List<PassRow> shown, PlotOptions options) {
        List<BenchmarkCase> cases = shown.stream().map(BenchmarkCase::of).toList();
        List<PassRow> others =
                PassSelection.filter(
                        rows,
                        row -> row.setting().phase() == options.phase() && !shown.contains(row));
        return new OmittedData(others, shown)
                .sentence(
                        row ->
                                cases.contains(BenchmarkCase.of(row))
                                        ? "other than the typical one of its mode"
                                        : "of other sizes or concurrencies");
    }

    private static List<ModeWeave> weaves(List<RepresentativePass> passes, ItemTimings timings)
            throws RecordException {
        Map<PassId, List<ItemRow>> items = new HashMap<>();
        passes.forEach(pass -> items.put(pass.id(), new ArrayList<>()));
        timings.read(
                passes.getFirst().row().place().runId(),
                row -> {
                    List<ItemRow> passItems = items.get(PassId.of(row));
                    if (passItems != null) {
                        passItems.add(row.item());
                    }
                });
        return passes.stream()
                .map(
                        pass ->
                                new ModeWeave(
                                        pass, Weave.of(items.getOrDefault(pass.id(), List.of()))))
                .toList();
    }
}
