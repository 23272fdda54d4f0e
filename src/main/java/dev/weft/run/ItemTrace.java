package dev.weft.run;

import dev.weft.workload.ItemObserver;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// What the workload told of one item.
final class ItemTrace implements ItemObserver {
    private static final long NEVER = Long.MIN_VALUE;

    private final Ticker ticker;
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger throttled = new AtomicInteger();
    private final AtomicLong connectionWaitNanos = new AtomicLong(NEVER);
    private volatile long startedNanos = NEVER;

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
                wait.toNanos(), (sum, nanos) -> sum == NEVER ? nanos : sum + nanos);
    }

    /// When its request was handed to the client; empty where there was none.
    OptionalLong startedNanos() {
        return known(startedNanos);
    }

    /// How many attempts went out.
    int attemptCount() {
        return attempts.get();
    }

    /// How many of them the server answered that it is to be left alone.
    int throttledCount() {
        return throttled.get();
    }

    /// How long they waited for a connection, together; empty where nobody told.
    OptionalLong connectionWaitNanos() {
        return known(connectionWaitNanos.get());
    }

    private static OptionalLong known(long nanos) {
        return nanos == NEVER ? OptionalLong.empty() : OptionalLong.of(nanos);
    }
}
