package dev.weft.run;

import java.time.Duration;

/// The time limit of an experiment. Refuses a block if the longest block so far would exceed the
/// remaining time. The first block always starts.
public final class TimeBudget {
    private final long limitNanos;
    private final Ticker ticker;
    private final long startNanos;
    private long blockStartNanos;
    private long longestBlockNanos;
    private boolean started;

    /// A budget that starts now.
    public TimeBudget(Duration limit, Ticker ticker) {
        this(limit.toNanos(), ticker);
    }

    private TimeBudget(long limitNanos, Ticker ticker) {
        this.limitNanos = limitNanos;
        this.ticker = ticker;
        this.startNanos = ticker.nanos();
    }

    /// A budget without a limit.
    public static TimeBudget unlimited() {
        return new TimeBudget(Long.MAX_VALUE, () -> 0);
    }

    /// Whether the next block may start. Called once before each block.
    boolean hasTimeForABlock() {
        long now = ticker.nanos();
        if (started) {
            longestBlockNanos = Math.max(longestBlockNanos, now - blockStartNanos);
        }
        boolean first = !started;
        started = true;
        blockStartNanos = now;
        return first || now - startNanos <= limitNanos - longestBlockNanos;
    }
}
