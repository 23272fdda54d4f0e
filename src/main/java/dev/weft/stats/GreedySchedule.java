package dev.weft.stats;

/// Servers that take items one after the other: each item goes to the server that is free first.
/// For items that all wait from the start this is what a pool of workers, or a semaphore of
/// permits, does when nothing else costs time.
final class GreedySchedule {
    /// When each server is free, as a heap: the children of place i are 2i+1 and 2i+2, and none is
    /// free before it.
    private final long[] freeAt;

    private long makespan;

    /// @param servers at least 1
    GreedySchedule(int servers) {
        freeAt = new long[servers];
    }

    /// Gives the next item to the server that is free first, and says when it is done.
    ///
    /// @param service how long the item takes, not negative
    /// @throws ArithmeticException beyond the range of a long
    long add(long service) {
        long done = Math.addExact(freeAt[0], service);
        busyUntil(done);
        makespan = Math.max(makespan, done);
        return done;
    }

    /// When the last item is done.
    long makespan() {
        return makespan;
    }

    private void busyUntil(long time) {
        int place = 0;
        int child = earlierChild(place);
        while (child < freeAt.length && freeAt[child] < time) {
            freeAt[place] = freeAt[child];
            place = child;
            child = earlierChild(place);
        }
        freeAt[place] = time;
    }

    /// The length of the heap or more for a place without children.
    private int earlierChild(int place) {
        int left = 2 * place + 1;
        int right = left + 1;
        return right < freeAt.length && freeAt[right] < freeAt[left] ? right : left;
    }
}
