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

/// The weave of one mode: a pass of it, and its items in their lanes.
record ModeWeave(RepresentativePass pass, Weave weave) {
    private static final double NANOS_PER_SECOND = 1e9;

    ModeName mode() {
        return pass.row().setting().mode();
    }

    /// When the last item ended.
    double endSeconds() {
        return seconds(weave.endNanos());
    }

    /// Whether it is known how long any item was in the unzip stage.
    boolean hasUnzipping() {
        return weave.strands().stream().anyMatch(strand -> strand.item().unzipNanos().isPresent());
    }

    /// Whether an item was not stored.
    static boolean isFailed(ItemRow item) {
        return item.failure().isPresent();
    }

    /// Whether an item was stored, but not at the first attempt.
    static boolean isRetried(ItemRow item) {
        return item.failure().isEmpty() && item.attempts() > 1;
    }

    /// Such as `2 failed, 5 retried`; empty where all went well.
    String setbacks() {
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

    /// What stands at its end.
    ///
    /// @param axisSeconds where the picture ends
    String endText(double axisSeconds) {
        return (endSeconds() > axisSeconds ? "\u2192 " : "") + FigureFormat.seconds(endSeconds());
    }

    /// How much of it had ended at a moment, such as `18 of 500 uploads have ended here`.
    String progress(double seconds) {
        return "%,d of %,d uploads have ended here"
                .formatted(
                        count(item -> seconds(item.endedNanos()) <= seconds),
                        weave.strands().size());
    }

    /// How many items are such.
    long count(Predicate<ItemRow> such) {
        return weave.strands().stream().map(Strand::item).filter(such).count();
    }

    static double seconds(long nanos) {
        return nanos / NANOS_PER_SECOND;
    }
}
