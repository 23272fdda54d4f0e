package dev.weft.screen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// The uploads of a running pass, each in the first lane that was free at its start. Safe for use
/// by several threads. Times are nanoseconds since the start of the pass.
public final class UploadLanes {
    private final List<List<Upload>> lanes = new ArrayList<>();
    private final Map<Integer, Integer> open = new HashMap<>();

    /// An upload.
    ///
    /// @param endedNanos empty while the upload is in flight
    public record Upload(long begunNanos, OptionalLong endedNanos, boolean failed) {
        boolean isOnItsWay(long nanos) {
            return begunNanos <= nanos && (endedNanos.isEmpty() || nanos < endedNanos.getAsLong());
        }
    }

    /// Records the start of an upload.
    ///
    /// @param index key of the upload
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

    /// Records the end of an upload. Ignores an upload that has not started.
    public synchronized void ended(int index, long nanos, boolean failed) {
        Integer lane = open.remove(index);
        if (lane != null) {
            List<Upload> uploads = lanes.get(lane);
            Upload begun = uploads.removeLast();
            uploads.add(new Upload(begun.begunNanos(), OptionalLong.of(nanos), failed));
        }
    }

    /// Returns the current uploads of each lane.
    public synchronized List<List<Upload>> now() {
        return lanes.stream().map(List::copyOf).toList();
    }
}
