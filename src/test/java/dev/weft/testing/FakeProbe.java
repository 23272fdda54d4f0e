package dev.weft.testing;

import dev.weft.run.ProcessProbe;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// A platform that says that every look at it costs 10 ms of CPU, and that a thread more was there.
public final class FakeProbe implements ProcessProbe {
    private int looks;
    private int threads;
    private int waits;

    @Override
    public Optional<Duration> cpu() {
        looks++;
        return Optional.of(Duration.ofMillis(10L * looks));
    }

    @Override
    public OptionalLong peakRssBytes() {
        return OptionalLong.of(123L << 20);
    }

    @Override
    public int peakThreads() {
        threads++;
        return threads;
    }

    @Override
    public void forgetPeakThreads() {
        threads = 6;
    }

    @Override
    public void awaitIdle(Duration limit) {
        waits++;
    }

    /// How often somebody waited for it to be idle.
    public int waits() {
        return waits;
    }
}
