package dev.weft.analysis;

import dev.weft.record.ItemRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Timeline of one pass: assigns each item to a lane, so that the items of a lane do not overlap.
///
/// An item takes the first free lane and occupies it from hand-out to end, like its permit. So the
/// number of lanes is the largest number of items in flight, at most the concurrency of the pass.
///
/// @param strands items with their lanes, in the order of hand-out
/// @param lanes number of lanes
/// @param endNanos end of the last item, since the start of the timed region; 0 without items
public record Weave(List<Strand> strands, int lanes, long endNanos) {
    private static final Comparator<ItemRow> BY_HAND_OUT =
            Comparator.comparingLong(ItemRow::handedOutNanos).thenComparingInt(ItemRow::index);

    public Weave {
        strands = List.copyOf(strands);
    }

    /// An item and its lane.
    ///
    /// @param lane number of the lane, from 0
    public record Strand(ItemRow item, int lane) {
        public Strand {
            if (lane < 0) {
                throw new IllegalArgumentException("lane %d is below 0".formatted(lane));
            }
        }
    }

    /// Assigns the items of a pass to lanes.
    ///
    /// @param items items of one pass, in any order
    public static Weave of(List<ItemRow> items) {
        List<Strand> strands = new ArrayList<>();
        List<Long> laneEnds = new ArrayList<>();
        long endNanos = 0;
        for (ItemRow item : items.stream().sorted(BY_HAND_OUT).toList()) {
            int lane = 0;
            while (lane < laneEnds.size() && laneEnds.get(lane) > item.handedOutNanos()) {
                lane++;
            }
            if (lane == laneEnds.size()) {
                laneEnds.add(0L);
            }
            laneEnds.set(lane, item.endedNanos());
            strands.add(new Strand(item, lane));
            endNanos = Math.max(endNanos, item.endedNanos());
        }
        return new Weave(strands, laneEnds.size(), endNanos);
    }
}
