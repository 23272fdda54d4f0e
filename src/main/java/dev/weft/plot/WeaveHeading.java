package dev.weft.plot;

import dev.weft.analysis.FigureFormat;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.ItemRow;
import dev.weft.record.PassRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Creates the heading of weaves.
final class WeaveHeading {
    private WeaveHeading() {}

    /// Creates the heading: the work, its conditions, the meaning of bars and marks, and special
    /// cases.
    ///
    /// @param weaves in the order of the modes, at least one
    static Heading of(List<ModeWeave> weaves, TimeAxis axis, PlotOptions options) {
        return new Heading(
                options.title().orElseGet(() -> title(weaves)),
                lines(weaves, axis, options.phase()));
    }

    private static String title(List<ModeWeave> weaves) {
        // The last weave, as the sequential mode may have another pool size.
        PassRow row = weaves.getLast().pass().row();
        Terms terms = new Terms(row);
        return "What happens while %s %s go to %s"
                .formatted(
                        FigureFormat.plain(row.setting().items().files()),
                        terms.files(),
                        terms.server());
    }

    private static List<String> lines(List<ModeWeave> weaves, TimeAxis axis, Phase phase) {
        List<PassRow> rows = weaves.stream().map(weave -> weave.pass().row()).toList();
        Terms terms = new Terms(rows.getLast());
        List<String> parts = new ArrayList<>();
        terms.latency().ifPresent(parts::add);
        parts.add(terms.atOnce(rows.getFirst().setting().mode() == ModeName.SEQUENTIAL));
        parts.add(Terms.phase(phase));
        if (weaves.stream().anyMatch(weave -> weave.pass().endedWell())) {
            parts.add("of each mode the one of median wall time");
        }
        if (rows.stream().allMatch(PassSelection::isGood)) {
            parts.add(Terms.verified(rows));
        }
        List<String> lines = new ArrayList<>();
        lines.add(String.join(" \u00b7 ", parts));
        lines.add(key(weaves));
        lines.addAll(remarks(weaves, axis));
        return lines;
    }

    private static String key(List<ModeWeave> weaves) {
        return "Each bar is an upload; pale: its request has not begun. Each row is a place for one at a time."
                + (weaves.stream().anyMatch(ModeWeave::hasUnzipping)
                        ? " Grey, on top: the unzip stage at work."
                        : "")
                + (any(weaves, ModeWeave::isRetried)
                        ? " Yellow with a ring: stored after a retry."
                        : "")
                + (any(weaves, ModeWeave::isFailed) ? " Pink with a cross: failed." : "");
    }

    private static boolean any(List<ModeWeave> weaves, Predicate<ItemRow> filter) {
        return weaves.stream().anyMatch(weave -> weave.count(filter) > 0);
    }

    private static List<String> remarks(List<ModeWeave> weaves, TimeAxis axis) {
        List<String> remarks = new ArrayList<>();
        weaves.stream()
                .filter(weave -> weave.endSeconds() > axis.endSeconds())
                .map(
                        weave ->
                                "%s is cut off where the others end; it goes on to %s, %s as long."
                                        .formatted(
                                                weave.mode().label(),
                                                FigureFormat.seconds(weave.endSeconds()),
                                                FigureFormat.times(
                                                        weave.endSeconds() / axis.endSeconds())))
                .forEach(remarks::add);
        List<String> failedModes =
                weaves.stream()
                        .filter(weave -> !weave.pass().endedWell())
                        .map(weave -> weave.mode().label())
                        .toList();
        if (!failedModes.isEmpty()) {
            remarks.add(
                    "No pass of %s ended well: the newest one is shown."
                            .formatted(String.join(", ", failedModes)));
        }
        return remarks.isEmpty() ? List.of() : List.of(String.join(" ", remarks));
    }
}
