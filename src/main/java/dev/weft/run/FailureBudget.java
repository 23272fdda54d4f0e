package dev.weft.run;

import dev.weft.record.ItemRow;
import java.util.concurrent.atomic.AtomicInteger;

/// Tells when so many uploads of a pass failed that the rest is not worth trying. Safe to call from
/// any thread.
///
/// Entries that could not be unzipped do not count: they say nothing of the server.
final class FailureBudget {
    /// Fewer uploads say little.
    private static final int LEAST = 20;

    private final double share;
    private final int least;
    private final AtomicInteger tried = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    /// @param share more than this share of failures spends it; 1 or more is never spent
    /// @param concurrency uploads open at once: the first of them go out together, so that they are
    ///   judged together
    FailureBudget(double share, int concurrency) {
        this.share = share;
        this.least = Math.max(LEAST, concurrency);
    }

    /// A budget that is never spent.
    static FailureBudget unlimited() {
        return new FailureBudget(1, 1);
    }

    /// Counts an item that has ended, and says whether that was one failure too many.
    boolean isSpentBy(ItemRow row) {
        if (row.startedNanos().isEmpty()) {
            return false;
        }
        int all = tried.incrementAndGet();
        int bad = row.failure().isPresent() ? failed.incrementAndGet() : failed.get();
        return all >= least && bad > share * all;
    }

    /// How many failed of how many.
    @Override
    public String toString() {
        return "%,d of %,d uploads failed".formatted(failed.get(), tried.get());
    }
}
