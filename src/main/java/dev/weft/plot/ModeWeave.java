package dev.weft.plot;

import dev.weft.analysis.FigureFormat;
import dev.weft.analysis.RepresentativePass;
import dev.weft.analysis.Weave;
import dev.weft.analysis.Weave.Strand;
import dev.weft.plan.ModeName;
import dev.weft.record.ItemRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Weave of one mode: a pass and its items in lanes.
record ModeWeave(RepresentativePass pass, Weave weave) {
    private static final double NANOS_PER_SECOND = 1e9;

    ModeName mode() {
        return pass.row().setting().mode();
    }

    /// Returns the end of the last item, in seconds.
    double endSeconds() {
        return seconds(weave.endNanos());
    }

    /// Returns whether any item has a known time in the unzip stage.
    boolean hasUnzipping() {
        return weave.strands().stream().anyMatch(strand -> strand.item().unzipNanos().isPresent());
    }

    /// Returns whether an item failed.
    static boolean isFailed(ItemRow item) {
        return item.failure().isPresent();
    }

    /// Returns whether an item was stored after more than one attempt.
    static boolean isRetried(ItemRow item) {
        return item.failure().isEmpty() && item.attempts() > 1;
    }

    /// Returns the numbers of failures and retries, such as `2 failed, 5 retried`; empty if there
    /// are none.
    String failuresAndRetries() {
        List<String> parts = new ArrayList<>();
        long failed = count(ModeWeave::isFailed);
        long retried = count(ModeWeave::isRetried);
        if (failed > 0) {
            parts.add("%,d failed".formatted(failed));
        }
        if (retried > 0) {
            parts.add("%,d retried".formatted(retried));
        }
        return String.join(", ", parts);
    }

    /// Returns the label at the end of the lanes.
    ///
    /// @param axisSeconds end of the axis
    String endText(double axisSeconds) {
        return (endSeconds() > axisSeconds ? "\u2192 " : "") + FigureFormat.seconds(endSeconds());
    }

    /// Returns the progress at a moment, such as `18 of 500 uploads have ended here`.
    String progress(double seconds) {
        return "%,d of %,d uploads have ended here"
                .formatted(
                        count(item -> seconds(item.endedNanos()) <= seconds),
                        weave.strands().size());
    }

    /// Returns the number of items that match a filter.
    long count(Predicate<ItemRow> filter) {
        return weave.strands().stream().map(Strand::item).filter(filter).count();
    }

    static double seconds(long nanos) {
        return nanos / NANOS_PER_SECOND;
    }
}
