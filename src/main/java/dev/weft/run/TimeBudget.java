package dev.weft.run;

import java.time.Duration;

/// How long an experiment may take: it ends before a block that would end too late, judged by the
/// longest block so far. The first block is always begun.
public final class TimeBudget {
    private final long limitNanos;
    private final Ticker ticker;
    private final long startNanos;
    private long blockStartNanos;
    private long longestNanos;
    private boolean begun;

    /// A budget that runs from now on.
    public TimeBudget(Duration limit, Ticker ticker) {
        this(limit.toNanos(), ticker);
    }

    private TimeBudget(long limitNanos, Ticker ticker) {
        this.limitNanos = limitNanos;
        this.ticker = ticker;
        this.startNanos = ticker.nanos();
    }

    /// All the time in the world.
    public static TimeBudget unlimited() {
        return new TimeBudget(Long.MAX_VALUE, () -> 0);
    }

    /// Whether the next block may begin. Asked once before each block.
    boolean hasTimeForABlock() {
        long now = ticker.nanos();
        if (begun) {
            longestNanos = Math.max(longestNanos, now - blockStartNanos);
        }
        boolean first = !begun;
        begun = true;
        blockStartNanos = now;
        return first || now - startNanos <= limitNanos - longestNanos;
    }
}
