package dev.weft.testing;

import dev.weft.run.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that advances on request, and by one step at each reading.
public final class FakeTicker implements Ticker {
    private final AtomicLong nanos = new AtomicLong();
    private final long stepNanos;

    /// A clock at zero.
    public FakeTicker(Duration step) {
        this.stepNanos = step.toNanos();
    }

    /// Lets time pass.
    public void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Override
    public long nanos() {
        return nanos.getAndAdd(stepNanos);
    }
}
