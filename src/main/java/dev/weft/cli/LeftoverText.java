package dev.weft.cli;

import dev.weft.plan.KeyPrefixes;
import dev.weft.plan.Target;
import dev.weft.text.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Messages of `weft clean`.
///
/// @param target target with the bucket
/// @param unit unit of the counts: object, or version
record LeftoverText(Target target, String unit) {
    /// Returns a table with a line for each run.
    ///
    /// @param chosen runs to be deleted
    List<String> table(List<LeftoverRun> runs, List<LeftoverRun> chosen) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("run", unit + "s", "bytes", "newest", ""));
        for (LeftoverRun left : runs) {
            lines.add(
                    List.of(
                            left.run(),
                            "%,d".formatted(left.objects()),
                            "%,d".formatted(left.bytes()),
                            left.newest().map(Object::toString).orElse("unknown"),
                            chosen.contains(left) ? "to be deleted" : "stays"));
        }
        return new Table(lines, Set.of("run", "newest", ""), List.of()).text(OptionalInt.empty());
    }

    /// Returns the message for an empty result.
    ///
    /// @param only requested run; empty for all runs
    String none(Optional<String> only) {
        return "nothing is left of %s in bucket %s at %s"
                .formatted(
                        only.map(id -> "run " + id).orElse("any run"),
                        target.bucket(),
                        target.label());
    }

    /// Returns the message about objects that belong to no run.
    String foreign(long count) {
        return "%s below %s of no run of weft, and left alone"
                .formatted(
                        count == 1
                                ? "1 %s is".formatted(unit)
                                : "%,d %ss are".formatted(count, unit),
                        KeyPrefixes.ROOT);
    }

    /// Returns the number of objects and runs.
    String counted(long count, int runs) {
        return "%,d %s of %d %s"
                .formatted(count, count == 1 ? unit : unit + "s", runs, runs == 1 ? "run" : "runs");
    }

    /// Returns the message about objects that could not be deleted.
    String stayed(long count, String why) {
        return "%s still there: %s"
                .formatted(
                        count == 1
                                ? "1 %s is".formatted(unit)
                                : "%,d %ss are".formatted(count, unit),
                        why);
    }
}
