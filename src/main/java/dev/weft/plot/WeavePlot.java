package dev.weft.plot;

import dev.weft.analysis.BenchmarkCase;
import dev.weft.analysis.FigureFormat;
import dev.weft.analysis.RepresentativePass;
import dev.weft.analysis.Weave;
import dev.weft.csv.RecordException;
import dev.weft.plan.ModeName;
import dev.weft.record.ItemRow;
import dev.weft.record.PassId;
import dev.weft.record.PassRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Draws one pass of each mode. Each upload is a thin bar in its lane, below the lane of the unzip
/// stage.
public final class WeavePlot {
    /// Largest ratio of the sequential mode to the others at which the time axis shows it whole.
    private static final double WHOLE_RATIO = 1.5;

    /// Shortest time axis, for passes that take no time.
    private static final double SHORTEST_SECONDS = 1e-6;

    private WeavePlot() {}

    /// Draws the representative pass of each mode in one case of one run.
    ///
    /// @param rows all rows of a file, in any order
    /// @param timings of the items of these passes
    /// @throws PlotException if no pass has timings, or Java cannot draw on this machine
    /// @throws RecordException if timings cannot be read
    public static Picture of(
            List<PassRow> rows, ItemTimings timings, CaseChoice choice, PlotOptions options)
            throws PlotException, RecordException {
        List<RepresentativePass> passes =
                WeaveSelection.of(rows, timings, options.run(), options.phase(), choice);
        List<ModeWeave> weaves = weaves(passes, timings);
        Axis axis = axis(weaves);
        return new Picture(
                heading(weaves, axis, options),
                List.of(new WeaveChart(weaves, axis)),
                false,
                options,
                omitted(rows, passes.stream().map(RepresentativePass::row).toList(), options));
    }

    private static List<ModeWeave> weaves(List<RepresentativePass> passes, ItemTimings timings)
            throws RecordException {
        Map<PassId, List<ItemRow>> items = new HashMap<>();
        passes.forEach(pass -> items.put(pass.id(), new ArrayList<>()));
        timings.read(
                PassSelection.runId(passes.getFirst().row()),
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

    /// Returns a time axis as long as the longest concurrent mode. The sequential mode takes many
    /// times as long: an axis of its length would make the others too small to read.
    static Axis axis(List<ModeWeave> weaves) {
        double concurrent = 0;
        double longest = SHORTEST_SECONDS;
        for (ModeWeave weave : weaves) {
            longest = Math.max(longest, weave.endSeconds());
            if (weave.mode() != ModeName.SEQUENTIAL) {
                concurrent = Math.max(concurrent, weave.endSeconds());
            }
        }
        boolean showsAll = concurrent == 0 || longest <= WHOLE_RATIO * concurrent;
        return Axis.ofTime(showsAll ? longest : concurrent);
    }

    private static Optional<String> omitted(
            List<PassRow> rows, List<PassRow> shown, PlotOptions options) {
        List<BenchmarkCase> cases = shown.stream().map(BenchmarkCase::of).toList();
        List<PassRow> others =
                PassSelection.filter(
                        rows,
                        row -> row.setting().phase() == options.phase() && !shown.contains(row));
        return PassSelection.omitted(
                others,
                shown,
                row ->
                        cases.contains(BenchmarkCase.of(row))
                                ? "other than the typical one of its mode"
                                : "of other sizes or concurrencies");
    }

    /// Creates the heading: the work, its conditions, the meaning of bars and marks, and special
    /// cases.
    ///
    /// @param weaves in the order of the modes, at least one
    static Heading heading(List<ModeWeave> weaves, Axis axis, PlotOptions options) {
        List<PassRow> rows = weaves.stream().map(weave -> weave.pass().row()).toList();
        // The last row, as the sequential mode may have another pool size.
        PassRow last = rows.getLast();
        HeadingText text = new HeadingText(last);
        String title =
                "What happens while %s %s go to %s"
                        .formatted(
                                FigureFormat.plain(last.setting().items().files()),
                                text.files(),
                                text.server());
        List<String> conditions = new ArrayList<>();
        conditions.add(text.concurrency(weaves.getFirst().mode() == ModeName.SEQUENTIAL));
        conditions.add(HeadingText.phase(options.phase()));
        if (weaves.stream().anyMatch(weave -> weave.pass().endedWell())) {
            conditions.add("of each mode the one of median wall time");
        }
        if (rows.stream().allMatch(PassSelection::isGood)) {
            conditions.add(HeadingText.verified(rows));
        }
        List<String> lines = new ArrayList<>();
        lines.add(text.conditions(conditions));
        lines.add(barLegend(weaves));
        List<String> remarks = remarks(weaves, axis);
        if (!remarks.isEmpty()) {
            lines.add(String.join(" ", remarks));
        }
        return new Heading(options.title().orElse(title), lines);
    }

    private static String barLegend(List<ModeWeave> weaves) {
        return "Each bar is an upload; pale: its request has not begun. Each row is a place for one at a time."
                + (weaves.stream().anyMatch(ModeWeave::hasUnzipping)
                        ? " Grey, on top: the unzip stage at work."
                        : "")
                + (hasAny(weaves, ModeWeave::isRetried)
                        ? " Yellow with a ring: stored after a retry."
                        : "")
                + (hasAny(weaves, ModeWeave::isFailed) ? " Pink with a cross: failed." : "");
    }

    private static boolean hasAny(List<ModeWeave> weaves, Predicate<ItemRow> filter) {
        return weaves.stream().anyMatch(weave -> weave.count(filter) > 0);
    }

    private static List<String> remarks(List<ModeWeave> weaves, Axis axis) {
        List<String> remarks = new ArrayList<>();
        List<String> failedModes = new ArrayList<>();
        for (ModeWeave weave : weaves) {
            String mode = weave.mode().label();
            double seconds = weave.endSeconds();
            if (seconds > axis.end()) {
                remarks.add(
                        "%s is cut off where the others end; it goes on to %s, %s as long."
                                .formatted(
                                        mode,
                                        FigureFormat.seconds(seconds),
                                        FigureFormat.times(seconds / axis.end())));
            }
            if (!weave.pass().endedWell()) {
                failedModes.add(mode);
            }
        }
        if (!failedModes.isEmpty()) {
            remarks.add(
                    "No pass of %s ended well: the newest one is shown."
                            .formatted(String.join(", ", failedModes)));
        }
        return remarks;
    }
}
