package dev.weft.stats;

/// Simulates greedy list scheduling: each item goes to the server that is free first. This models a
/// worker pool or a semaphore without overhead, for items that are all queued at the start.
final class GreedySchedule {
    /// Time at which each server is free, as a binary min-heap: the children of index i are 2i+1
    /// and 2i+2.
    private final long[] freeAt;

    private long makespan;

    /// @param servers at least 1
    GreedySchedule(int servers) {
        freeAt = new long[servers];
    }

    /// Assigns the next item to the server that is free first.
    ///
    /// @param service service time of the item, not negative
    /// @return completion time of the item
    /// @throws ArithmeticException if the completion time exceeds the range of a long
    long add(long service) {
        long done = Math.addExact(freeAt[0], service);
        replaceEarliest(done);
        makespan = Math.max(makespan, done);
        return done;
    }

    /// Completion time of the last item.
    long makespan() {
        return makespan;
    }

    private void replaceEarliest(long time) {
        int index = 0;
        int child = earlierChild(index);
        while (child < freeAt.length && freeAt[child] < time) {
            freeAt[index] = freeAt[child];
            index = child;
            child = earlierChild(index);
        }
        freeAt[index] = time;
    }

    /// Returns an index beyond the heap for an index without children.
    private int earlierChild(int index) {
        int left = 2 * index + 1;
        int right = left + 1;
        return right < freeAt.length && freeAt[right] < freeAt[left] ? right : left;
    }
}
