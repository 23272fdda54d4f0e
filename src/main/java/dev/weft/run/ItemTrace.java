package dev.weft.run;

import dev.weft.workload.ItemObserver;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Collects the attempts, throttled answers and waits of one item.
final class ItemTrace implements ItemObserver {
    private static final long UNSET = Long.MIN_VALUE;

    private final Ticker ticker;
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger throttled = new AtomicInteger();
    private final AtomicLong connectionWaitNanos = new AtomicLong(UNSET);
    private volatile long startedNanos = UNSET;

    ItemTrace(Ticker ticker) {
        this.ticker = ticker;
    }

    @Override
    public void requestStarted() {
        startedNanos = ticker.nanos();
    }

    @Override
    public void attempt() {
        attempts.incrementAndGet();
    }

    @Override
    public void throttled() {
        throttled.incrementAndGet();
    }

    @Override
    public void connectionWait(Duration wait) {
        connectionWaitNanos.accumulateAndGet(
                wait.toNanos(), (sum, nanos) -> sum == UNSET ? nanos : sum + nanos);
    }

    /// When the request was handed to the client; empty if there was no request.
    OptionalLong startedNanos() {
        return ifSet(startedNanos);
    }

    /// Number of attempts.
    int attemptCount() {
        return attempts.get();
    }

    /// Number of attempts that the server throttled.
    int throttledCount() {
        return throttled.get();
    }

    /// Total wait for connections; empty if the client reported none.
    OptionalLong connectionWaitNanos() {
        return ifSet(connectionWaitNanos.get());
    }

    private static OptionalLong ifSet(long nanos) {
        return nanos == UNSET ? OptionalLong.empty() : OptionalLong.of(nanos);
    }
}
