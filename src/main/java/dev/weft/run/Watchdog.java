package dev.weft.run;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/// Waits for the thread that drives a pass, and detects a stall: a time without progress.
///
/// Polls the progress several times per limit, so that uploads bear no cost. Reports a stall after
/// the limit, at most a quarter of the limit later.
final class Watchdog {
    private static final long POLLS_PER_LIMIT = 8;
    private static final long LONGEST_POLL_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long SHORTEST_POLL_NANOS = Duration.ofMillis(1).toNanos();

    private final long limitNanos;
    private final Ticker ticker;

    /// @param limit longest time without progress
    Watchdog(Duration limit, Ticker ticker) {
        this.limitNanos = limit.toNanos();
        this.ticker = ticker;
    }

    /// Waits until the driving ends or stalls.
    ///
    /// @param movements counter that grows with each item that starts or ends
    /// @return true if the driving ended, false if it stalled
    /// @throws ExecutionException if the driving failed
    boolean seesTheEndOf(Future<?> driving, LongSupplier movements)
            throws ExecutionException, InterruptedException {
        long pollNanos =
                Math.clamp(limitNanos / POLLS_PER_LIMIT, SHORTEST_POLL_NANOS, LONGEST_POLL_NANOS);
        long lastCount = -1;
        long lastChangeNanos = 0;
        while (true) {
            try {
                driving.get(pollNanos, TimeUnit.NANOSECONDS);
                return true;
            } catch (TimeoutException e) {
                long now = ticker.nanos();
                long count = movements.getAsLong();
                if (count != lastCount) {
                    lastCount = count;
                    lastChangeNanos = now;
                } else if (now - lastChangeNanos >= limitNanos) {
                    return false;
                }
            }
        }
    }
}
