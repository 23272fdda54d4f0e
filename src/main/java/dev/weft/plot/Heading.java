package dev.weft.plot;

import dev.weft.plan.ByteSize;
import dev.weft.plan.Items;
import dev.weft.plan.ModeName;
import dev.weft.record.PassRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a picture is about, in plain words.
///
/// @param title what was done
/// @param setting under which conditions
/// @param key what the marks mean
record Heading(String title, String setting, String key) {
    private static final double NANOS_PER_MILLI = 1e6;

    /// The heading of some passes and their lines.
    static Heading of(Selection selection, List<ModeLine> lines, Optional<String> title) {
        PassRow row = selection.rows().getFirst();
        return new Heading(title.orElseGet(() -> title(row)), setting(row, lines), key(lines));
    }

    private static String title(PassRow row) {
        Items items = row.setting().items();
        OptionalLong bytes = items.fileBytes();
        String files =
                bytes.isPresent()
                        ? "files of " + size(bytes.getAsLong())
                        : "files of several sizes";
        return "Time to upload %s to %s".formatted(files, server(row));
    }

    private static String server(PassRow row) {
        return row.contract().target().equals("embedded")
                ? "weft's embedded S3"
                : row.contract().target();
    }

    private static String size(long bytes) {
        String text = new ByteSize(bytes).toString().replaceFirst("(?<=\\d)(?=[A-Z])", " ");
        return text.matches("\\d+") ? text + " bytes" : text;
    }

    private static String setting(PassRow row, List<ModeLine> lines) {
        List<String> parts = new ArrayList<>();
        row.setting()
                .latency()
                .ifPresent(
                        latency ->
                                parts.add(
                                        "%s ms of latency added"
                                                .formatted(
                                                        Figure.plain(
                                                                latency.toNanos()
                                                                        / NANOS_PER_MILLI))));
        boolean sequential = lines.stream().anyMatch(line -> line.mode() == ModeName.SEQUENTIAL);
        parts.add(
                "at most %d uploads at once%s"
                        .formatted(
                                row.contract().terms().poolSize(),
                                sequential ? " (sequential: one)" : ""));
        parts.add(
                switch (row.setting().phase()) {
                    case COLD -> "cold passes: the first of a new JVM";
                    case WARM, WARMUP -> "warm passes";
                });
        parts.add("all verified");
        return String.join(" \u00b7 ", parts);
    }

    private static String key(List<ModeLine> lines) {
        List<Integer> counts =
                lines.stream()
                        .flatMap(line -> line.points().stream())
                        .map(point -> point.spread().count())
                        .sorted()
                        .toList();
        int fewest = counts.getFirst();
        int most = counts.getLast();
        if (most == 1) {
            return "One pass for each mark.";
        }
        String passes = fewest == most ? Integer.toString(most) : fewest + " to " + most;
        boolean dots =
                lines.stream()
                        .flatMap(line -> line.points().stream())
                        .anyMatch(ModeLine.Point::hasFewPasses);
        return "Large mark: median of %s passes. Bar: fastest to slowest.%s Modes are set slightly apart."
                .formatted(passes, dots ? " Small dots: single passes." : "");
    }
}
