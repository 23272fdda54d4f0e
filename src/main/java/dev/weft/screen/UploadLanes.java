package dev.weft.screen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// The uploads of a pass as they go, each in the first lane that is free when it begins. Safe to
/// call from any thread; times are nanoseconds since the start of the pass.
public final class UploadLanes {
    private final List<List<Upload>> lanes = new ArrayList<>();
    private final Map<Integer, Integer> open = new HashMap<>();

    /// An upload.
    ///
    /// @param endedNanos empty while it is on its way
    public record Upload(long begunNanos, OptionalLong endedNanos, boolean failed) {
        boolean isOnItsWay(long nanos) {
            return begunNanos <= nanos && (endedNanos.isEmpty() || nanos < endedNanos.getAsLong());
        }
    }

    /// An upload begins.
    ///
    /// @param index what it goes by until it ends
    public synchronized void begun(int index, long nanos) {
        int lane = 0;
        while (lane < lanes.size() && lanes.get(lane).getLast().endedNanos().isEmpty()) {
            lane++;
        }
        if (lane == lanes.size()) {
            lanes.add(new ArrayList<>());
        }
        lanes.get(lane).add(new Upload(nanos, OptionalLong.empty(), false));
        open.put(index, lane);
    }

    /// An upload has ended; one that never began is passed over.
    public synchronized void ended(int index, long nanos, boolean failed) {
        Integer lane = open.remove(index);
        if (lane != null) {
            List<Upload> uploads = lanes.get(lane);
            Upload begun = uploads.removeLast();
            uploads.add(new Upload(begun.begunNanos(), OptionalLong.of(nanos), failed));
        }
    }

    /// What is in the lanes now, from the first lane on.
    public synchronized List<List<Upload>> now() {
        return lanes.stream().map(List::copyOf).toList();
    }
}
