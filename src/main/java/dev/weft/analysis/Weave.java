package dev.weft.analysis;

import dev.weft.record.ItemRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// What one pass looks like in time: every item from hand-out to end, laid into lanes so that none
/// covers another.
///
/// An item holds its lane from hand-out to end, as it holds its permit, and takes the first lane
/// that is free. So there are as many lanes as items were open at once, and never more than the
/// concurrency of the pass.
///
/// @param strands in the order of hand-out
/// @param lanes how many there are
/// @param endNanos when the last item ended, since the timed region began; 0 where there is none
public record Weave(List<Strand> strands, int lanes, long endNanos) {
    private static final Comparator<ItemRow> HAND_OUT =
            Comparator.comparingLong(ItemRow::handedOutNanos).thenComparingInt(ItemRow::index);

    public Weave {
        strands = List.copyOf(strands);
    }

    /// An item in its lane.
    ///
    /// @param lane from 0
    public record Strand(ItemRow item, int lane) {
        public Strand {
            Objects.requireNonNull(item);
            if (lane < 0) {
                throw new IllegalArgumentException("lane %d is below 0".formatted(lane));
            }
        }
    }

    /// Lays the items of a pass.
    ///
    /// @param items of one pass, in any order
    public static Weave of(List<ItemRow> items) {
        List<Strand> strands = new ArrayList<>();
        List<Long> freeFrom = new ArrayList<>();
        long endNanos = 0;
        for (ItemRow item : items.stream().sorted(HAND_OUT).toList()) {
            int lane = 0;
            while (lane < freeFrom.size() && freeFrom.get(lane) > item.handedOutNanos()) {
                lane++;
            }
            if (lane == freeFrom.size()) {
                freeFrom.add(0L);
            }
            freeFrom.set(lane, item.endedNanos());
            strands.add(new Strand(item, lane));
            endNanos = Math.max(endNanos, item.endedNanos());
        }
        return new Weave(strands, freeFrom.size(), endNanos);
    }
}
