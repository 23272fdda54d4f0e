package dev.weft.server;

import com.google.common.base.Ticker;
import java.time.Duration;

/// A clock that advances on request, or during a pause on it.
final class FakeTicker extends Ticker {
    private long now;

    @Override
    public synchronized long read() {
        return now;
    }

    synchronized void pass(Duration time) {
        now += time.toNanos();
    }

    Duration passed() {
        return Duration.ofNanos(read());
    }
}
