package dev.weft.run;

import dev.weft.record.ItemRow;
import java.util.concurrent.atomic.AtomicInteger;

/// Decides when too many uploads of a pass have failed to continue. Safe to call from any thread.
///
/// Broken entries do not count, because they reveal nothing about the server.
final class FailureBudget {
    /// Smallest number of uploads for a decision.
    private static final int FEWEST_UPLOADS = 20;

    private final double largestShare;
    private final int fewestUploads;
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    /// @param largestShare share of failed uploads above which the budget is spent; 1 or more
    ///   disables it
    /// @param concurrency number of uploads that start together and are judged together
    FailureBudget(double largestShare, int concurrency) {
        this.largestShare = largestShare;
        this.fewestUploads = Math.max(FEWEST_UPLOADS, concurrency);
    }

    /// A budget that is never spent.
    static FailureBudget unlimited() {
        return new FailureBudget(1, 1);
    }

    /// Counts an item that has ended. Returns whether the budget is now spent.
    boolean isSpentBy(ItemRow row) {
        if (row.startedNanos().isEmpty()) {
            return false;
        }
        int endedCount = ended.incrementAndGet();
        int failedCount = row.failure().isPresent() ? failed.incrementAndGet() : failed.get();
        return endedCount >= fewestUploads && failedCount > largestShare * endedCount;
    }

    /// Numbers of failed and of all uploads.
    @Override
    public String toString() {
        return "%,d of %,d uploads failed".formatted(failed.get(), ended.get());
    }
}
