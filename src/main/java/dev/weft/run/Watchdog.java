package dev.weft.run;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/// Waits for the driving of a pass, but no longer than something moves.
///
/// It looks now and then whether anything moved since it looked last, so that watching costs a pass
/// nothing. A stall is seen at the earliest when the limit is over, and a quarter of it later at
/// most.
final class Watchdog {
    private static final long LOOKS = 8;
    private static final long LONGEST_NAP_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long SHORTEST_NAP_NANOS = Duration.ofMillis(1).toNanos();

    private final long limitNanos;
    private final Ticker ticker;

    /// @param limit how long nothing may move
    Watchdog(Duration limit, Ticker ticker) {
        this.limitNanos = limit.toNanos();
        this.ticker = ticker;
    }

    /// Waits.
    ///
    /// @param movements goes up with each item that begins or ends
    /// @return whether the driving came to its end; false where it is stuck
    /// @throws ExecutionException when the driving failed
    boolean seesTheEndOf(Future<?> driving, LongSupplier movements)
            throws ExecutionException, InterruptedException {
        long napNanos = Math.clamp(limitNanos / LOOKS, SHORTEST_NAP_NANOS, LONGEST_NAP_NANOS);
        long seen = -1;
        long sinceNanos = 0;
        while (true) {
            try {
                driving.get(napNanos, TimeUnit.NANOSECONDS);
                return true;
            } catch (TimeoutException e) {
                long now = ticker.nanos();
                long moved = movements.getAsLong();
                if (moved != seen) {
                    seen = moved;
                    sinceNanos = now;
                } else if (now - sinceNanos >= limitNanos) {
                    return false;
                }
            }
        }
    }
}
